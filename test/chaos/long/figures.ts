import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** The last figures of each long proof, and the page that shows them. */
type Figure = {
  asked: string
  measured: string
  holds: boolean
  seconds: number
  on: string
  cores: number
  code: string
}

const kept = 'docs/figures/chaos.json'
const page = 'docs/chaos.md'

export function publish(part: string, figure: Omit<Figure, 'on' | 'cores'>): void {
  const all: Record<string, Figure> = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {}
  all[part] = { ...figure, on: new Date().toISOString().slice(0, 10), cores: cpus().length }
  writeFileSync(kept, `${JSON.stringify(all, null, 2)}\n`)
  writeFileSync(page, pageOf(all))
}

const pageOf = (all: Record<string, Figure>): string => `# Nothing lost, nothing doubled

Written by \`npm run chaos\`, in the runtime of \`npm start\` on one machine with the far side and the senders beside it. Each line has its own
command, \`npm run chaos -- <part>\`; it goes on where it was broken off. The short forms run in \`npm test\`.

| part | asked | measured | holds | took | on |
|---|---|---|---|---|---|
${Object.entries(all).map(lineOf).join('\n')}
`

const lineOf = ([part, { asked, measured, holds, seconds, on, cores, code }]: [string, Figure]): string =>
  `| \`${part}\` | ${asked} | ${measured} | ${holds ? 'yes' : '**no**'} | ${Math.round(seconds / 6) / 10} min, ${cores} cores | ${on}, code ${code.slice(0, 8)} |`
