import { howToGetChromium } from '../../test/fixtures/chromium.ts'
import { launchBrowser } from '../../test/fixtures/launch.ts'
import { median, milliseconds, spread } from '../boot/statistics.ts'
import { type Contestant, contestants, ours, reply } from './contestants.ts'
import { type Measured, measure, timeOnce } from './measure.ts'
import { openSite } from './site.ts'

/** `npm run bench:widget`: our widget beside three web chats, in one run and one browser, as a table for `docs/widget.md`. */

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

const rounds = 7
const all = contestants()

function row({ name, version }: Contestant, times: number[], measured: Measured): string {
  const { bytes, violations, worksStrict, faults, announced } = measured
  const told = announced.some((one) => one.includes(reply)) || (name === ours && announced.length > 0)
  const cells = [
    `${name} ${version}`,
    kilobytes(bytes),
    times.length > 0 ? `${milliseconds(median(times))} ms (${spread(times)})` : 'never',
    `${violations}${worksStrict ? '' : ', does not open'}`,
    String(faults.length),
    told ? `${announced.length}` : `${announced.length}: not the answer`,
  ]
  return `| ${cells.join(' | ')} |`
}

const browser = await launchBrowser()
if (!browser) throw new Error(howToGetChromium)
const site = await openSite()
const lines = [
  '| chat | loaded, gzip | until one can type, CPU 4 × slower: median (lowest to highest) | violations of the strict policy | axe faults when open | told to screen readers after an answer |',
  '|---|---|---|---|---|---|',
]
// Turn by turn, so that a busy moment of the machine is everybody's.
const times = new Map<Contestant, number[]>(all.map((one) => [one, []]))
for (let round = 0; round < rounds; round += 1) {
  for (const one of all) {
    const took = await timeOnce(one, browser, site)
    if (took !== null) times.get(one)?.push(took)
  }
}
for (const one of all) {
  const measured = await measure(one, browser, site).catch((error: unknown) => {
    console.error(`${one.name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
    return null
  })
  lines.push(
    measured ? row(one, times.get(one) ?? [], measured) : `| ${one.name} ${one.version} | not measured | | | | |`,
  )
  for (const fault of measured?.faults ?? []) console.error(`${one.name}: ${fault}`)
}
console.log(lines.join('\n'))
await Promise.all([browser.close(), site.close(), site.home.close()])
