import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { hashOf } from '../../src/knowledge/compile/hash.ts'

/** A measure beside what is asked of it. */
export type Line = { measure: string; asked: string; measured: string; holds: boolean }

const page = 'docs/load.md'

/** Writes the page of the last run. `command` made it. */
export function publish(lines: Line[], command: string): void {
  const code = hashOf(process.cwd(), ['src', 'adapters', 'test/chaos', 'bench/load.ts']).slice(0, 8)
  const [{ model = 'unknown' } = { model: 'unknown' }] = cpus()
  const busy = Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0])
  writeFileSync(
    page,
    `# What the Worker carries

Written by \`${command}\`, in the runtime of \`npm start\` with its limits on, the client and Meta's side on the same machine: half on the web,
half on WhatsApp with two statuses for each reply. Times count from when a message was due, whether or not the former was answered.
\`npm run bench:load\` is the whole of it, five minutes at 200 messages a second.

| measure | asked | measured | holds |
|---|---|---|---|
${lines.map(({ measure, asked, measured, holds }) => `| ${measure} | ${asked} | ${measured} | ${holds ? 'yes' : '**no**'} |`).join('\n')}

${new Date().toISOString().slice(0, 10)}, code ${code}, ${cpus().length} cores (${model.trim()}), load of the machine at the end ${busy.toFixed(1)}. A
message on WhatsApp is three requests in (itself and two statuses) and two out (the reply, and the mark that it was read), and waits three times for the
disk; on the web it is one request and one wait. workerd runs JavaScript on one core and waits for the disk there: the pace ends where that core is full.
`,
  )
}
