import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { findChromium, howToGetChromium } from '../../test/fixtures/chromium.ts'
import { calm, flags, launchBrowser } from '../../test/fixtures/launch.ts'
import { median, milliseconds, quantile } from '../boot/statistics.ts'
import { localRun } from './local-run.ts'

/**
 * `npm run bench:lighthouse`: what the widget costs a page by Lighthouse, with and without it turn by turn, and how long
 * a visitor waits between pressing Enter and seeing the answer. Both over the Worker in workerd, on this machine.
 */

const rounds = 5
const questions = [
  'Mijn identiteitskaart is verlopen',
  'Ik ga verhuizen',
  'Ik wil trouwen',
  'Waar kan ik grofvuil brengen?',
]
const visitors = 15
const writing = 600

type Scores = { performance: number; accessibility: number }

async function scoresOf(url: string, port: number): Promise<Scores> {
  const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: ['performance', 'accessibility'] })
  const score = (name: string): number => Math.round((result?.lhr.categories[name]?.score ?? 0) * 100)
  return { performance: score('performance'), accessibility: score('accessibility') }
}

async function compare(url: string): Promise<void> {
  const chromePath = findChromium()
  if (!chromePath) throw new Error(howToGetChromium)
  const chrome = await launch({ chromePath, chromeFlags: flags })
  const scores: Record<'with' | 'without', Scores[]> = { with: [], without: [] }
  for (let round = 0; round < rounds; round += 1) {
    scores.with.push(await scoresOf(`${url}/demo/gent`, chrome.port))
    scores.without.push(await scoresOf(`${url}/demo/gent?widget=no`, chrome.port))
  }
  chrome.kill()
  for (const [which, all] of Object.entries(scores)) {
    const of = (name: keyof Scores): string => {
      const values = all.map((one) => one[name])
      return `${name} ${median(values)} (${values.join(', ')})`
    }
    console.log(`${which} the widget: ${of('performance')}, ${of('accessibility')}`)
  }
}

/** Of those, what the request took by itself. */
const request = `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/messages')).at(-1).duration`

/** Milliseconds from the key to the first picture with the answer in it. */
const paint = `new Promise((painted) => {
  const root = document.querySelector('loket-wijzer').shadowRoot
  const before = root.querySelectorAll('article.bot').length
  let pressed
  root.addEventListener('keydown', (event) => { if (event.key === 'Enter') pressed = event.timeStamp }, { once: true, capture: true })
  new MutationObserver((_, observer) => {
    if (root.querySelectorAll('article.bot').length === before) return
    observer.disconnect()
    requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => painted(performance.now() - pressed); port2.postMessage(0) })
  }).observe(root, { childList: true, subtree: true })
  window.armed = true
})`

async function waits(url: string): Promise<void> {
  const browser = await launchBrowser()
  if (!browser) throw new Error(howToGetChromium)
  const [times, requests]: [number[], number[]] = [[], []]
  for (let visitor = 0; visitor < visitors; visitor += 1) {
    const context = await browser.newContext({
      ...calm,
      extraHTTPHeaders: { 'x-test-client-prefix': `10.1.${visitor}.1` },
    })
    const page = await context.newPage()
    await page.goto(`${url}/demo/gent`)
    await page.locator('button.launcher').click()
    for (const question of questions) {
      await page.locator('textarea#question').fill(question)
      // Nobody writes a question in less: suggestions have been asked for by then.
      await page.waitForTimeout(writing)
      const painted = page.evaluate(paint) as Promise<number>
      await page.waitForFunction('window.armed')
      await page.locator('textarea#question').press('Enter')
      times.push(await painted)
      requests.push((await page.evaluate(request)) as number)
    }
    await context.close()
  }
  await browser.close()
  const of = (all: number[]): string =>
    `p50 ${milliseconds(quantile(all, 0.5))} ms, p95 ${milliseconds(quantile(all, 0.95))} ms`
  console.log(
    `from Enter to the painted answer, ${times.length} questions: ${of(times)}; the request alone: ${of(requests)}`,
  )
}

const run = await localRun()
await waits(run.url)
await compare(run.url)
await run.stop()
