import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { examine } from '../accessibility/axe.ts'
import { browserTest } from '../fixtures/browser.ts'
import { type Listening, listen } from '../fixtures/listen.ts'
import { watch } from '../fixtures/stage.ts'
import { assistantInStates, states } from '../fixtures/states.ts'
import { answers, ask, question } from '../fixtures/widget-page.ts'
import { partsFixture, worldFixture } from '../fixtures/world.ts'

/** The page of a city where scripts run: the same conversation as in the widget, on the whole of the page. */

const cities = Object.values(worldFixture().catalogue.cities)
const city = cities.find(({ languages }) => languages.unknown !== 'all-official')?.id ?? ''
const bilingual = cities.find(({ languages }) => languages.unknown === 'all-official')?.id ?? ''

const pageTest = browserTest.extend<{ home: Listening; embedder: Listening; stranger: Listening }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures this one needs
  embedder: async ({}, use) => withSite(use),
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures this one needs
  stranger: async ({}, use) => withSite(use),
  home: async ({ embedder }, use) => {
    const app = createApp(partsFixture({ assistant: assistantInStates(), widgetOrigins: [embedder.origin] }))
    const home = await listen((request) => app.fetch(request))
    await use(home)
    await home.close()
  },
})

/** A site that frames whatever address stands behind its own. */
async function withSite(use: (site: Listening) => Promise<void>): Promise<void> {
  const site = await listen(({ url }) => {
    const framed = new URL(url).searchParams.get('page')
    const html = `<!doctype html><html lang="nl"><title>Stad</title><iframe title="Assistent" width="400" height="600" src="${framed}"></iframe></html>`
    return new Response(html, { headers: { 'content-type': 'text/html' } })
  })
  await use(site)
  await site.close()
}

const ready = (page: Page): Promise<void> => page.locator('textarea#question').waitFor()

describe('the page of a city with script', () => {
  pageTest(
    'answers without loading anew, under its own policy, and is there after a reload',
    // The first test also starts the browser and reads the content.
    { timeout: 60_000 },
    async ({ visit, home }) => {
      const page = await (await visit({ viewport: { width: 1280, height: 800 } })).newPage()
      const trouble = await watch(page)
      await page.goto(`${home.origin}/${city}`)
      await ready(page)
      await ask(page, states.answer)
      expect(await page.locator('.way').first().isVisible()).toBe(true)
      expect(await page.getByRole('button', { name: 'Sluiten' }).count()).toBe(0)
      await page.reload()
      await answers(page).first().waitFor()
      expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
      expect(trouble).toEqual([])
    },
  )

  pageTest('goes on with what was begun in the plain form, and where', async ({ visit, home }) => {
    const context = await visit()
    let letIn = (): void => {}
    const held = new Promise<void>((resolve) => (letIn = resolve))
    await context.route('**/widget.js', async (route) => {
      await held
      await route.continue()
    })
    const page = await context.newPage()
    await page.goto(`${home.origin}/${city}`, { waitUntil: 'commit' })
    await page.locator('input#question').pressSequentially('mijn pas is')
    letIn()
    await ready(page)
    await page.keyboard.type(' kwijt')
    expect(await question(page).inputValue()).toBe('mijn pas is kwijt')
  })

  pageTest('where two languages count the same it is in both', async ({ visit, home }) => {
    const page = await (await visit()).newPage()
    await page.goto(`${home.origin}/${bilingual}`)
    await ready(page)
    const tongues = await page.locator('.writer label .tongue').all()
    expect(await Promise.all(tongues.map((one) => one.getAttribute('lang')))).toEqual(['nl', 'fr'])
    await page.goto(`${home.origin}/${bilingual}?lang=fr`)
    await ready(page)
    expect(await page.locator('.writer label').textContent()).toMatch(/question/i)
  })

  pageTest('at 400 % the field and the start of the answer are in sight', async ({ visit, home }) => {
    const page = await (await visit({ viewport: { width: 320, height: 256 } })).newPage()
    await page.goto(`${home.origin}/${bilingual}`)
    await ready(page)
    await ask(page, states.answer)
    const field = await question(page).boundingBox()
    const lead = await page.locator('article.bot .who').boundingBox()
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(256)
    expect(lead?.y).toBeGreaterThanOrEqual(0)
    expect(lead?.y).toBeLessThan((field?.y ?? 0) - 24)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  })

  pageTest(
    'has nothing that axe can fault, and scrolls only one way',
    { timeout: 120_000 },
    async ({ visit, home }) => {
      for (const [at, width] of [
        [city, 320],
        [bilingual, 1280],
      ] as const) {
        const page = await (await visit({ viewport: { width, height: 700 } })).newPage()
        await page.goto(`${home.origin}/${at}`)
        await ready(page)
        await ask(page, states.answer)
        const { violations, unexplained } = await examine(page)
        expect([...violations, ...unexplained], at).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      }
    },
  )
})

describe('in a frame', () => {
  pageTest('of a site on the list it stands alone, and answers', async ({ visit, home, embedder }) => {
    const page = await (await visit()).newPage()
    await page.goto(`${embedder.origin}/?page=${home.origin}/${city}`)
    const frame = page.frameLocator('iframe')
    await frame.locator('textarea#question').fill(states.answer)
    await frame.locator('textarea#question').press('Enter')
    await frame.locator('article.bot').waitFor()
  })

  pageTest('of a site on the list it works without script too', async ({ visit, home, embedder }) => {
    const page = await (await visit({ javaScriptEnabled: false })).newPage()
    await page.goto(`${embedder.origin}/?page=${home.origin}/${city}`)
    const frame = page.frameLocator('iframe')
    await frame.locator('#question').fill(states.answer)
    await frame.locator('.send').click()
    await frame.locator('#answer').waitFor()
  })

  pageTest('of any other site the browser shows nothing', async ({ visit, home, stranger }) => {
    const page = await (await visit()).newPage()
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
    await page.goto(`${stranger.origin}/?page=${home.origin}/${city}`)
    expect((await refused).text()).toContain('frame-ancestors')
    expect(await page.frameLocator('iframe').locator('#question').count()).toBe(0)
  })
})
