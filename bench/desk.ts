import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from 'playwright-core'
import { findChromium, howToGetChromium } from '../test/fixtures/chromium.ts'
import { running } from '../test/fixtures/running.ts'
import { padded } from './desk/padded.ts'

/**
 * `npm run bench:desk`: from a key to the list that is painted, in a real browser at the desk of a started Worker, with
 * the content of the city that has most, and invented pages beside it up to three thousand. What agents type is typed
 * letter by letter, at full speed and four times slower; a number says how many queries. A key counts from its own time stamp until the frame with the list is out.
 */
const most = Number(process.argv[2] ?? 60)
/** Pages that are searched: those of the city, and invented ones beside them. */
const entries = 3000

const watchKeys = `window.painted = []
addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => painted.push(performance.now() - timeStamp)
  port2.postMessage(0)
}), true)`

type Line = { text: string; city: string }

/** Milliseconds of every key, lowest first. */
async function typeAll(page: Page, session: CDPSession, slower: number, lines: Line[]): Promise<number[]> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.evaluate('painted.length = 0')
  for (const { text } of lines) {
    await page.keyboard.type(text, { delay: 40 })
    await page.keyboard.press('Escape')
  }
  const times = (await page.evaluate('painted')) as number[]
  return times.sort((a, b) => a - b)
}

const at = (times: number[], part: number): string => (times[Math.ceil(times.length * part) - 1] ?? 0).toFixed(1)

const executablePath = findChromium()
if (!executablePath) throw new Error(howToGetChromium)
const lines = readFileSync('test/desk/agent-tune.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line)
const [fullest = ''] = [...Map.groupBy(lines, (line) => line.city)].sort(([, a], [, b]) => b.length - a.length)[0] ?? []
const typed = lines.filter((line) => line.city === fullest).slice(0, most)
const folder = mkdtempSync(join(tmpdir(), 'loketwijzer-desk-'))
const worker = await running({ DATA_DIR: folder })
const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
await context.addInitScript(`localStorage.setItem('desk.city', '${fullest}')`)
const page = await context.newPage()
await page.route(/\/v1\/data/, async (route) => {
  const answer = await route.fetch()
  const body = Buffer.from(padded(new Uint8Array(await answer.body()), entries))
  await route.fulfill({ status: 200, contentType: 'application/octet-stream', body })
})
await page.goto(worker.signInLink)
await page.locator('#query').waitFor()
await page.evaluate(watchKeys)
const session = await context.newCDPSession(page)
console.log(
  `key to painted list, ${fullest}, ${entries} pages, ${typed.length} queries of agents letter by letter (ms)`,
)
for (const slower of [1, 4]) {
  const times = await typeAll(page, session, slower, typed)
  console.log(
    `  ${slower} x slower: ${times.length} keys, p50 ${at(times, 0.5)}, p95 ${at(times, 0.95)}, worst ${at(times, 1)}`,
  )
}
await browser.close()
await worker.stop()
rmSync(folder, { recursive: true, force: true })
