import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { examine } from '../../test/accessibility/axe.ts'
import { calm } from '../../test/fixtures/launch.ts'
import { type Contestant, reply } from './contestants.ts'
import type { Site } from './site.ts'

export type Measured = {
  /** What the page loads for it until one can type, each file with gzip -9. */
  bytes: number
  /** Violations of the strict policy, and whether one can type all the same. */
  violations: number
  worksStrict: boolean
  /** Faults that axe finds when it is open. */
  faults: string[]
  /** What live regions were given after the answer came. */
  announced: string[]
}

const patience = 20_000
/** What is still loading once one can type has come by then. */
const settled = 2000

export async function measure(contestant: Contestant, browser: Browser, site: Site): Promise<Measured> {
  site.show(contestant, false)
  const bytes = await onPage(browser, (page) => bytesOf(page, contestant, site))
  const open = await onPage(browser, (page) => openAndAnswered(page, contestant, site))
  site.show(contestant, true)
  const strict = await onPage(browser, (page) => underPolicy(page, contestant, site))
  return { bytes, ...strict, ...open }
}

/** Milliseconds until one can type and the page is at rest, the processor four times slower; null when that never comes. */
export function timeOnce(contestant: Contestant, browser: Browser, site: Site): Promise<number | null> {
  site.show(contestant, false)
  return onPage(browser, (page) => timeToType(page, contestant, site))
}

async function onPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ ...calm, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(`${watching}`)
  try {
    return await work(page)
  } finally {
    await context.close()
  }
}

const field = (page: Page, { field }: Contestant) => page.locator(field).first()

async function bytesOf(page: Page, contestant: Contestant, { origin }: Site): Promise<number> {
  const bodies: Promise<number>[] = []
  page.on('response', (response) => {
    const url = new URL(response.url())
    const counts = url.pathname !== '/' && url.pathname !== '/set-up.js' && response.request().method() === 'GET'
    if (counts && response.ok()) bodies.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
  })
  await page.goto(origin)
  await field(page, contestant).waitFor({ timeout: patience })
  await page.waitForTimeout(settled)
  return (await Promise.all(bodies)).reduce((sum, one) => sum + one, 0)
}

async function timeToType(page: Page, contestant: Contestant, { origin }: Site): Promise<number | null> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(`awaitField(${JSON.stringify(contestant.field)})`)
  await page.goto(origin)
  const ready = page.waitForFunction('window.fieldReadyAt', undefined, { timeout: patience })
  return ready.then(
    (handle) => handle.jsonValue() as Promise<number>,
    () => null,
  )
}

async function openAndAnswered(page: Page, contestant: Contestant, { origin }: Site) {
  await page.goto(origin)
  await field(page, contestant).waitFor({ timeout: patience })
  await page.waitForTimeout(settled)
  const { violations, unexplained } = await examine(page)
  await page.evaluate('announced.length = 0')
  await field(page, contestant).click()
  await page.keyboard.type('hoe laat is het loket open?')
  await page.keyboard.press('Enter')
  const answer = contestant.bundle ? page.getByText(reply).first() : page.locator('article.bot').first()
  await answer.waitFor({ timeout: patience, state: 'attached' })
  await page.waitForTimeout(1500)
  return { faults: [...violations, ...unexplained], announced: (await page.evaluate('announced')) as string[] }
}

async function underPolicy(page: Page, contestant: Contestant, { origin }: Site) {
  await page.goto(origin)
  const worksStrict = await field(page, contestant)
    .waitFor({ timeout: 5000 })
    .then(
      () => true,
      () => false,
    )
  return { violations: (await page.evaluate('violations')) as number, worksStrict }
}

/** Runs in the page before anything else: counts violations, notes what live regions are given, looks for a field. */
const watching = `
window.violations = 0
window.announced = []
document.addEventListener('securitypolicyviolation', () => { violations += 1 })
const up = (node) => node.parentElement ?? node.getRootNode?.().host ?? null
const isLive = (element) => {
  for (let at = element; at; at = up(at)) {
    const live = at.getAttribute?.('aria-live')
    if (live) return live !== 'off'
    if (['status', 'alert', 'log'].includes(at.getAttribute?.('role')) || at.localName === 'output') return true
  }
  return false
}
const observe = (root) => new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    const words = [...addedNodes].map((node) => node.textContent.trim()).filter(Boolean)
    const said = target.nodeType === 3 ? [target.data.trim()] : words
    if (said.length > 0 && isLive(target.nodeType === 3 ? target.parentElement : target)) announced.push(...said)
  }
}).observe(root, { childList: true, subtree: true, characterData: true })
observe(document)
const attach = Element.prototype.attachShadow
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init)
  observe(root)
  return root
}
const find = (root, selector) => {
  const found = root.querySelector(selector)
  if (found) return found
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot && find(element.shadowRoot, selector)
    if (inside) return inside
  }
}
window.awaitField = (selector) => {
  const look = () => {
    if (find(document, selector)?.checkVisibility()) requestIdleCallback(() => { window.fieldReadyAt = performance.now() })
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
`
