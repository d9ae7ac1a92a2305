import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { answers, ask, focused, launcher, open, question, stageTest } from '../../../fixtures/stage.ts'
import { states } from '../../../fixtures/states.ts'

const active = `(() => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
})()`
const nameOfActive = (page: Page): Promise<string> =>
  page.evaluate(`(${active})?.getAttribute('aria-label') || (${active})?.textContent.trim() || ''`)

describe('with the keyboard alone', () => {
  stageTest('a citizen opens, asks, chooses, reaches a way in, and closes', async ({ stage }) => {
    const { page } = await stage.visit()
    await launcher(page).focus()
    expect(await launcher(page).getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('question')
    await page.keyboard.type(states.clarify)
    await page.keyboard.press('Enter')
    await answers(page).first().waitFor()
    expect(await focused(page)).toBe('question')
    for (let presses = 0; !(await nameOfActive(page)).startsWith('1'); presses += 1) {
      expect(presses).toBeLessThan(8)
      await page.keyboard.press('Shift+Tab')
    }
    await page.keyboard.press('Enter')
    await answers(page).nth(1).waitFor()
    expect((await nameOfActive(page)).startsWith('1')).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('.panel').isVisible()).toBe(false)
    expect(await nameOfActive(page)).toBe('Stel je vraag')
    expect(await launcher(page).getAttribute('aria-expanded')).toBe('false')
  })

  stageTest('a person is two stops from the question, always', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await ask(page, states.answer)
    await question(page).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await nameOfActive(page)).toBe('Praat met een medewerker')
  })

  stageTest('the page beside the panel stays in reach, and Escape uncovers it', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await page.getByRole('link', { name: 'Nog een link' }).last().focus()
    await page.keyboard.press('Escape')
    expect(await page.locator('.panel').isVisible()).toBe(false)
    expect(await nameOfActive(page)).toBe('Nog een link')
  })

  stageTest('Escape closes the options before it closes the panel', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await page.getByText('Opties').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    expect(await page.locator('.panel').isVisible()).toBe(true)
    expect(await nameOfActive(page)).toBe('Opties')
  })

  stageTest(
    'Enter sends, Shift and Enter make a new line, and a word that is being composed is not sent',
    async ({ stage }) => {
      const { page } = await stage.visit()
      await open(page)
      await page.keyboard.type('eerste')
      await page.keyboard.press('Shift+Enter')
      await page.keyboard.type('tweede')
      expect(await question(page).inputValue()).toBe('eerste\ntweede')
      await page.evaluate(
        `document.querySelector('loket-wijzer').shadowRoot.getElementById('question').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))`,
      )
      expect(await question(page).inputValue()).toBe('eerste\ntweede')
      await page.keyboard.press('Enter')
      await answers(page).first().waitFor()
      expect(stage.api.said()).toEqual(['eerste\ntweede'])
    },
  )
})

describe('on a phone', () => {
  const phone = { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true }

  stageTest(
    'the panel covers the page, which is out of reach, and no keyboard comes up by itself',
    async ({ stage }) => {
      const { page } = await stage.visit(phone)
      await launcher(page).tap()
      await page.locator('.panel').waitFor()
      await expect.poll(() => focused(page)).toBe('title')
      const box = await page.locator('.panel').boundingBox()
      expect([box?.x, box?.y, box?.width, box?.height]).toEqual([0, 0, 390, 700])
      // Inert: what lies below takes neither pointer nor focus.
      await page.evaluate("document.querySelector('main a').focus()")
      expect(await focused(page)).toBe('title')
      await page.getByRole('button', { name: 'Sluiten' }).tap()
      expect(await nameOfActive(page)).toBe('Stel je vraag')
      await page.evaluate("document.querySelector('main a').focus()")
      expect(await nameOfActive(page)).toBe('Tweede pagina')
    },
  )

  stageTest(
    'turned or enlarged while open, it becomes the other way of being open and keeps what was written',
    async ({ stage }) => {
      const { page } = await stage.visit({ viewport: { width: 1280, height: 1024 } })
      await open(page)
      await question(page).fill('half')
      await page.setViewportSize({ width: 320, height: 256 })
      await expect
        .poll(() =>
          page.evaluate("document.querySelector('loket-wijzer').shadowRoot.querySelector('dialog').matches(':modal')"),
        )
        .toBe(true)
      expect(await question(page).inputValue()).toBe('half')
      expect(await focused(page)).toBe('question')
      await page.setViewportSize({ width: 1280, height: 1024 })
      await expect
        .poll(() =>
          page.evaluate("document.querySelector('loket-wijzer').shadowRoot.querySelector('dialog').matches(':modal')"),
        )
        .toBe(false)
      expect(await page.locator('.panel').isVisible()).toBe(true)
    },
  )
})
