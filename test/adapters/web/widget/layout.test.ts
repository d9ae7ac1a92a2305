import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { answers, ask, launcher, open, question, stageTest } from '../../../fixtures/stage.ts'
import { states } from '../../../fixtures/states.ts'

const inWidget = (script: string): string => `(() => {
  const root = document.querySelector('loket-wijzer').shadowRoot
  const all = (selector) => [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility())
  ${script}
})()`

/** What is wider than the window, or too small to press. Links in a sentence may be 24 high. */
const tooWide = inWidget(`return [document.documentElement, root.querySelector('.panel'), root.querySelector('.log')]
  .map((one) => one.scrollWidth - one.clientWidth).filter((over) => over > 0)`)
const tooSmall = inWidget(`return all('button, a, summary, textarea, [role=option]').flatMap((one) => {
    const { width, height } = one.getBoundingClientRect()
    const least = one.matches('p a, .sources a, dd a') ? 16 : 44
    return width < Math.min(least, 24) || height < least ? [one.outerHTML.slice(0, 80) + ' ' + width + 'x' + height] : []
  })`)

const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
  page.evaluate(inWidget(`return getComputedStyle(root.querySelector('${selector}')).${property}`))

describe('whatever the size', () => {
  stageTest('nothing scrolls sideways and everything can be pressed', { timeout: 60_000 }, async ({ stage }) => {
    const { page } = await stage.visit({ viewport: { width: 1280, height: 800 } })
    await open(page)
    await page.getByText('Opties').click()
    for (const state of Object.values(states)) await ask(page, state)
    for (const [width, height] of [
      [1280, 800],
      [390, 844],
      [320, 640],
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await page.evaluate(tooWide), `${width}`).toEqual([])
      expect(await page.evaluate(tooSmall), `${width}`).toEqual([])
    }
  })

  stageTest('at 400 % the question and the start of the last answer are in sight', async ({ stage }) => {
    const { page } = await stage.visit({ viewport: { width: 320, height: 256 } })
    await open(page)
    await ask(page, states.answer)
    const [field, answer] = [await question(page).boundingBox(), await answers(page).locator('.lead').boundingBox()]
    expect(field?.y).toBeGreaterThan(0)
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(256)
    expect(answer?.y).toBeGreaterThanOrEqual(0)
    expect(answer?.y).toBeLessThan(field?.y ?? 0)
  })

  stageTest('a long answer is shown from its start', async ({ stage }) => {
    const { page } = await stage.visit({ viewport: { width: 390, height: 640 } })
    await open(page)
    for (const state of [states.answer, states.event, states.several, states.answer]) await ask(page, state)
    const [log, last] = [await page.locator('.log').boundingBox(), await answers(page).last().boundingBox()]
    expect(last?.y).toBeGreaterThanOrEqual(log?.y ?? 0)
    expect(last?.y).toBeLessThan((log?.y ?? 0) + (log?.height ?? 0) / 2)
  })

  stageTest('the panel ends above the keyboard of a phone', async ({ stage }) => {
    const { page } = await stage.visit({ viewport: { width: 390, height: 700 }, isMobile: true, hasTouch: true })
    await open(page)
    await page.evaluate(
      "Object.defineProperties(visualViewport, { height: { value: 380 }, offsetTop: { value: 20 } }); visualViewport.dispatchEvent(new Event('resize'))",
    )
    const box = await page.locator('.panel').boundingBox()
    expect([box?.y, box?.height]).toEqual([20, 380])
  })

  stageTest('twice the text, and text with the spacing that WCAG asks for, keep everything', async ({ stage }) => {
    const { page } = await stage.visit({ viewport: { width: 640, height: 800 } })
    await open(page)
    await ask(page, states.answer)
    await page.evaluate(
      inWidget(`const sheet = new CSSStyleSheet()
        sheet.replaceSync(':host{font-size:32px!important}*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}')
        root.adoptedStyleSheets.push(sheet)`),
    )
    expect(await page.evaluate(tooWide)).toEqual([])
    expect(await question(page).isVisible()).toBe(true)
  })
})

describe('as the visitor wants it', () => {
  stageTest('nothing moves, so nobody has to ask for stillness', async ({ stage }) => {
    const { page } = await stage.visit({ reducedMotion: 'no-preference' })
    await open(page)
    await ask(page, states.answer)
    const moving = "return all('*').filter((one) => one.getAnimations().length > 0).length"
    expect(await page.evaluate(inWidget(moving))).toBe(0)
    expect(await styleOf(page, '.panel', 'animationName')).toBe('none')
    expect(await styleOf(page, '.send', 'transitionDuration')).toBe('0s')
  })

  stageTest('with colours of their own every control keeps an edge', async ({ stage }) => {
    const { page } = await stage.visit({ forcedColors: 'active' })
    await launcher(page).waitFor()
    expect(await styleOf(page, '.launcher', 'borderTopStyle')).toBe('solid')
    await open(page)
    await ask(page, states.clarify)
    await ask(page, states.answer)
    for (const control of ['#question', '.send', '.choice', 'a.way', 'summary', '.feedback button', 'dialog']) {
      expect(await styleOf(page, control, 'borderTopStyle'), control).toBe('solid')
    }
  })

  stageTest('from right to left it is mirrored, and what is written so is read so', async ({ stage }) => {
    stage.host.body = (main) => `<div dir="rtl">${main}</div>`
    const { page } = await stage.visit()
    expect((await launcher(page).boundingBox())?.x).toBeLessThan(200)
    await open(page)
    expect((await page.locator('.panel').boundingBox())?.x).toBe(16)
    stage.api.answerWith({ text: 'أهلا', blocks: [{ t: 'text', v: 'أهلا وسهلا بكم' }] })
    await ask(page, 'أين البلدية؟')
    expect(await styleOf(page, 'article.citizen p', 'direction')).toBe('rtl')
    expect(await styleOf(page, 'article.bot p', 'direction')).toBe('rtl')
    expect(await page.evaluate(tooWide)).toEqual([])
  })

  stageTest('on paper is what was said, and no controls', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await ask(page, states.answer)
    await page.emulateMedia({ media: 'print' })
    for (const control of ['.writer', '.top', '.feedback', '.launcher', '.welcome']) {
      expect(await page.locator(`loket-wijzer ${control}`).first().isVisible(), control).toBe(false)
    }
    expect(await answers(page).locator('.ways').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(
      "globalThis.print = () => { globalThis.printed = document.querySelector('main').checkVisibility() + ' ' + document.adoptedStyleSheets.length }",
    )
    await page.getByText('Opties').click()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(
      "document.querySelector('loket-wijzer').shadowRoot.querySelectorAll('.options button')[1].click()",
    )
    expect(await page.evaluate('printed')).toBe('false 1')
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(0)
  })
})
