import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { browserTest } from '../fixtures/browser.ts'
import { origin, serveWithoutWidget } from '../fixtures/served.ts'
import { appInStates, states } from '../fixtures/states.ts'
import { worldFixture } from '../fixtures/world.ts'

const cities = Object.values(worldFixture().catalogue.cities)
const city =
  cities.find(({ firstLine }) => firstLine.channels.some(({ type, fact }) => type === 'phone' && fact))?.id ?? ''
const app = appInStates()

type Focus = { name: string; outline: number; visible: boolean }
const focus = `(() => {
  const element = document.activeElement
  const { top, bottom } = element.getBoundingClientRect()
  return {
    name: element.id || element.className || element.textContent.trim(),
    outline: Number.parseFloat(getComputedStyle(element).outlineWidth),
    visible: bottom > 0 && top < innerHeight,
  }
})()`

/** Presses Tab until what has focus passes the test; everything on the way must be seen to have it. */
async function tabTo(page: Page, wanted: (name: string) => boolean, most = 30): Promise<number> {
  for (let presses = 1; presses <= most; presses += 1) {
    await page.keyboard.press('Tab')
    const { name, outline, visible } = (await page.evaluate(focus)) as Focus
    expect({ name, outline: outline >= 3, visible }).toEqual({ name, outline: true, visible: true })
    if (wanted(name)) return presses
  }
  throw new Error('Tab never came there')
}

describe('with the keyboard alone', () => {
  browserTest('a citizen asks, and reaches the first way in', async ({ visit }) => {
    const context = await visit({ viewport: { width: 390, height: 700 } })
    await serveWithoutWidget(context, app)
    const page = await context.newPage()
    await page.goto(`${origin}/${city}`)
    await tabTo(page, (name) => name === 'skip')
    await tabTo(page, (name) => name === 'question')
    await page.keyboard.type(states.answer)
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(await page.locator('article h2').count()).toBeGreaterThan(0)
    expect(await tabTo(page, (name) => name === 'target')).toBeLessThanOrEqual(4)
  })

  browserTest('a person is two stops from the question', async ({ visit }) => {
    const context = await visit()
    await serveWithoutWidget(context, app)
    const page = await context.newPage()
    await page.goto(`${origin}/${city}`)
    await page.focus('#question')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate("document.activeElement.getAttribute('href')")).toMatch(/^tel:/)
  })

  browserTest('after a mistake the focus is in the field, with the words beside it', async ({ visit }) => {
    const context = await visit()
    await serveWithoutWidget(context, app)
    const page = await context.newPage()
    await page.goto(`${origin}/${city}`)
    await page.focus('#question')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    // The browser moves the focus once the page is drawn, which a busy machine does after it was navigated to.
    await page.waitForFunction("document.activeElement.id === 'question'")
    expect(await page.locator('#question-error').isVisible()).toBe(true)
  })
})

describe('without JavaScript', () => {
  browserTest('a citizen is asked back, chooses, and reads the page in another language', async ({ visit }) => {
    const context = await visit({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    await serveWithoutWidget(context, app)
    const page = await context.newPage()
    await page.goto(`${origin}/${city}?lang=nl`)
    await page.fill('#question', states.clarify)
    await page.click('.send')
    const choice = page.locator('.choice').first()
    const name = await choice.textContent()
    await choice.click()
    expect(await page.locator('article h2').first().textContent()).toBe(name)
    await page.locator('.languages button[lang=fr]').click()
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    expect(page.url().startsWith(`${origin}/${city}`) && !page.url().includes('?')).toBe(true)
  })

  browserTest('a citizen says what is wrong, asks for a person, and erases it all', async ({ visit }) => {
    const context = await visit({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    await serveWithoutWidget(context, app)
    const page = await context.newPage()
    await page.goto(`${origin}/${city}?lang=nl`)
    await page.fill('#question', states.answer)
    await page.click('.send')
    await page.getByText('Nee', { exact: true }).click()
    await page.fill('#comment', 'Het uur klopt niet.')
    await page.getByRole('button', { name: 'Verstuur' }).click()
    expect(await page.locator('h1').textContent()).toContain('Bedankt')
    await page.getByRole('button', { name: 'Praat met een medewerker' }).click()
    expect(await page.locator('.said').textContent()).toContain('geen medewerker')
    await page.getByRole('button', { name: 'Wis dit gesprek' }).click()
    expect(await page.locator('h1').textContent()).toContain('gewist')
    expect(page.url()).not.toContain('?')
  })

  browserTest('the notice is in sight together with the answer', async ({ visit }) => {
    const context = await visit({ javaScriptEnabled: false, viewport: { width: 390, height: 700 } })
    await serveWithoutWidget(context, app)
    const page = await context.newPage()
    await page.goto(`${origin}/${city}`)
    await page.fill('#question', states.answer)
    await page.click('.send')
    const [notice, answer] = [
      await page.locator('.notice').boundingBox(),
      await page.locator('article h2').first().boundingBox(),
    ]
    expect(notice?.y).toBeGreaterThanOrEqual(0)
    expect(answer?.y).toBeLessThan(700)
  })
})

describe('as the visitor wants it', () => {
  browserTest('paper has the answer and no controls', async ({ visit }) => {
    const context = await visit()
    await serveWithoutWidget(context, app)
    const page = await context.newPage()
    await page.goto(`${origin}/${city}`)
    await page.fill('#question', states.answer)
    await Promise.all([page.waitForNavigation(), page.click('.send')])
    await page.emulateMedia({ media: 'print' })
    for (const control of ['form.ask', '.languages', '.bottom', '.skip'])
      expect(await page.locator(control).first().isVisible(), control).toBe(false)
    expect(await page.locator('article .ways').isVisible()).toBe(true)
  })

  browserTest('with colours of their own every control keeps its edge', async ({ visit }) => {
    const context = await visit({ forcedColors: 'active' })
    await serveWithoutWidget(context, app)
    const page = await context.newPage()
    await page.goto(`${origin}/${city}`)
    for (const control of ['#question', '.send', '.examples button']) {
      const edge = `getComputedStyle(document.querySelector('${control}')).borderTopStyle`
      expect(await page.evaluate(edge), control).toBe('solid')
    }
  })

  browserTest('twice the text at 320 pixels needs no sideways scrolling', async ({ visit }) => {
    // Only this test may add a style: the page's own policy forbids it.
    const context = await visit({ viewport: { width: 320, height: 256 }, bypassCSP: true })
    await serveWithoutWidget(context, app)
    const page = await context.newPage()
    for (const { id } of cities) {
      await page.goto(`${origin}/${id}`)
      await page.addStyleTag({ content: 'html{font-size:200%}' })
      expect(await page.evaluate('document.documentElement.scrollWidth'), id).toBeLessThanOrEqual(320)
    }
  })
})
