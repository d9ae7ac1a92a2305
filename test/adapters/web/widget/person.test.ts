import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { browserTest } from '../../../fixtures/browser.ts'
import { city } from '../../../fixtures/stage.ts'
import { states } from '../../../fixtures/states.ts'
import { ask, focused, open, question } from '../../../fixtures/widget-page.ts'
import { type WidgetScene, widgetScene } from '../../../fixtures/widget-scene.ts'

/** Who wants a person, over the real interface: where they stand, and a number to be called on. */

const personTest = browserTest.extend<{ scene: WidgetScene; page: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures this one needs
  scene: async ({}, use) => {
    const scene = await widgetScene()
    await use(scene)
    await scene.close()
  },
  page: async ({ visit, scene }, use) => {
    const page = await (await visit()).newPage()
    await page.addInitScript(watching)
    await page.goto(scene.site(city))
    await open(page)
    await use(page)
  },
})

/** Keeps what the status is given, as it takes it away again. */
const watching = `window.spoken = []
const attach = Element.prototype.attachShadow
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init)
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes)
      if (target.role === 'status') for (const node of addedNodes) spoken.push(node.textContent)
  }).observe(root, { childList: true, subtree: true })
  return root
}`
const spoken = (page: Page): Promise<string[]> => page.evaluate('spoken')

const wantPerson = (page: Page) => page.getByRole('button', { name: 'Praat met een medewerker' }).click()
const callBack = (page: Page) => page.getByText('Liever teruggebeld worden?')
const number = (page: Page) => page.getByLabel('Je telefoonnummer')

describe('who waits for a person', () => {
  personTest('sees their place, and the new one when they ask again, which is spoken', async ({ page, scene }) => {
    await ask(page, states.answer)
    await wantPerson(page)
    await page.getByText('Plaats 2 in de rij. Hoe lang het duurt, weet ik niet.', { exact: true }).waitFor()
    // The conversation itself said it, so it is not spoken twice.
    expect((await spoken(page)).filter((text) => text.startsWith('Plaats 2'))).toEqual([])
    Object.assign(scene.desk, { place: 1, waitMinutes: 5 })
    await wantPerson(page)
    await page.locator('p.line').getByText('Plaats 1 in de rij, ongeveer 5 minuten.').waitFor()
    await expect.poll(() => spoken(page)).toContain('Plaats 1 in de rij, ongeveer 5 minuten.')
  })

  personTest('no longer sees it once the person is there', async ({ page, scene }) => {
    await ask(page, states.answer)
    await wantPerson(page)
    await callBack(page).waitFor()
    await scene.joins('Goeiedag.')
    await page.locator('article.desk').waitFor()
    expect(await callBack(page).count()).toBe(0)
    expect(await page.getByText(/^Plaats/).count()).toBe(0)
  })

  personTest('in words sees it too, and hears the person without saying more', async ({ page, scene }) => {
    await ask(page, 'ik wil met een medewerker praten')
    await page.locator('p.line').getByText('Plaats 2 in de rij').waitFor()
    await scene.joins('Goeiedag.')
    await page.locator('article.desk').waitFor()
  })
})

describe('a number to be called on', () => {
  personTest('goes to the desk and into no message, and focus goes on to the field', async ({ page, scene }) => {
    await ask(page, states.answer)
    await wantPerson(page)
    await callBack(page).click()
    expect(await number(page).getAttribute('autocomplete')).toBe('tel')
    await number(page).fill('0470 12 34 56')
    await number(page).press('Enter')
    await page.getByText('een medewerker belt je terug').last().waitFor()
    expect(scene.desk.numbers).toEqual(['0470123456'])
    await callBack(page).waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toBe('question')
    expect(await page.locator('.log').textContent()).not.toMatch(/0470/)
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toMatch(/0470/)
    await expect.poll(() => spoken(page)).toContainEqual(expect.stringContaining('belt je terug'))
  })

  personTest('that is none is said to be, stays in its field, and reaches nobody', async ({ page, scene }) => {
    await ask(page, states.answer)
    await wantPerson(page)
    await callBack(page).click()
    await number(page).fill('straks')
    await number(page).press('Enter')
    await page.getByRole('alert').getByText('Kijk na of het nummer klopt').waitFor()
    expect(await number(page).inputValue()).toBe('straks')
    expect(scene.desk.numbers).toEqual([])
  })

  personTest('that was begun stays when the citizen goes on writing', async ({ page }) => {
    await ask(page, states.answer)
    await wantPerson(page)
    await callBack(page).click()
    await number(page).fill('0470 12')
    await question(page).fill('en nog iets')
    await question(page).press('Enter')
    await page.locator('article.citizen').nth(1).waitFor()
    expect(await number(page).inputValue()).toBe('0470 12')
  })
})
