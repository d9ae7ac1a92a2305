import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { examine } from '../../accessibility/axe.ts'
import { browserTest } from '../../fixtures/browser.ts'
import { wantsPerson } from '../../fixtures/desk.ts'
import { agent, atDesk } from '../../fixtures/desk-page.ts'

const states: [string, (page: Page) => Promise<unknown>][] = [
  ['empty', async () => {}],
  ['card', (page) => page.keyboard.type('geboorte')],
  [
    'steps',
    async (page) => {
      await page.keyboard.type('verhuizen')
      const hints = await page.locator('#results .hint').allTextContents()
      await page.keyboard.press(`Alt+Digit${hints.indexOf('Stappen') + 1}`)
      await page.locator('#card .steps').waitFor()
    },
  ],
  ['nothing', (page) => page.keyboard.type('qqqqqq')],
  [
    'question',
    async (page) => {
      await page.keyboard.type('samenwonen')
      await page.locator('#meant .question').waitFor()
    },
  ],
  [
    'crisis',
    async (page) => {
      await page.keyboard.type('ik wil niet meer leven')
      await page.locator('#meant .crisis').waitFor()
    },
  ],
  ['keys', (page) => page.keyboard.press('?')],
  ['wrap-up', (page) => page.keyboard.press('Alt+KeyW')],
  ['unanswered', (page) => page.keyboard.press('Alt+KeyU')],
  ['carry-on', (page) => page.keyboard.press('Alt+KeyC')],
  ['notices', (page) => page.keyboard.press('Alt+KeyB')],
  [
    'a new notice',
    async (page) => {
      await page.keyboard.press('Alt+KeyB')
      await page.keyboard.press('Enter')
      await page.locator('#text-nl').fill('Het eID-systeem werkt niet.')
    },
  ],
  [
    'the list of what had no answer',
    async (page) => {
      for (const words of ['zeppelin huren', 'een zeppelin huren']) {
        await page.keyboard.type(words)
        await page.keyboard.press('Alt+KeyU')
        const sent = page.waitForResponse(/\/log/)
        await page.keyboard.press('Enter')
        await sent
        await page.keyboard.press('Escape')
      }
      await page.keyboard.press('Alt+KeyG')
      await page.locator('.missed tbody tr').waitFor()
      expect(await page.locator('.missed .count').textContent()).toBe('2')
    },
  ],
  ['two calls', (page) => page.keyboard.press('Alt+KeyN')],
]

browserTest('no state has anything that axe objects to, wide or narrow', { timeout: 120_000 }, async ({ visit }) => {
  const { page } = await atDesk(visit, { groups: [agent, 'desk/gent/lead', 'desk/leuven/lead'] })
  for (const [name, enter] of states) {
    await enter(page)
    for (const width of [1440, 400]) {
      await page.setViewportSize({ width, height: 900 })
      expect.soft(await examine(page), `${name} at ${width} px`).toMatchObject({ violations: [], unexplained: [] })
    }
    await leave(page)
  }
})

/** Back to an empty line: out of a dialog, and out of what was typed. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('#query').inputValue()).toBe('')
}

browserTest(
  'a chat in hands, and a number to call back, have nothing that axe objects to',
  async ({ visit }) => {
    const { desk, page } = await atDesk(visit)
    await desk.officeOf('gent').notify(wantsPerson('c1'))
    await desk.officeOf('gent').notify(wantsPerson('c2'))
    await desk.officeOf('gent').callBack({ conversation: 'c3', adapter: 'web', lang: 'nl', number: '+32470111222' })
    await page.locator('.queue li').first().waitFor({ timeout: 60_000 })
    await page.keyboard.press('Alt+KeyT')
    await page.locator('#chat').waitFor()
    await page.keyboard.press('Alt+KeyP')
    await expect.poll(() => page.locator('.call-backs a').textContent()).toBe('+32470111222')
    expect(await examine(page)).toMatchObject({ violations: [], unexplained: [] })
  },
  60_000,
)
