import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readSourceTexts } from '../../src/cli/world.ts'
import { browserTest } from '../fixtures/browser.ts'
import { origin, serveWithoutWidget } from '../fixtures/served.ts'
import { appInStates, richest, type State, states } from '../fixtures/states.ts'
import { worldFixture } from '../fixtures/world.ts'
import { examine } from './axe.ts'

/** Every state of the page of every city, at the width of a small phone and of a desk, has nothing that axe can fault. */

const { catalogue } = worldFixture()
const cities = Object.values(catalogue.cities)
const app = appInStates()
const widths = [1280, 320]

async function faults(page: Page): Promise<string[]> {
  const { violations, unexplained } = await examine(page)
  return [...violations, ...unexplained]
}

/** What is wider than the window, and what is too small to press with a thumb. */
const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
const tooSmall = `[...document.querySelectorAll('a.target, button, .crisis a, .human a, .more, .languages a')]
  .filter((element) => { const { width, height } = element.getBoundingClientRect(); return width < 44 || height < 44 })
  .map((element) => element.outerHTML)`

async function check(page: Page, where: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    expect(await faults(page), `${where} at ${width} px`).toEqual([])
    expect(await page.evaluate(tooWide), `${where} at ${width} px is too wide`).toBe(0)
    expect(await page.evaluate(tooSmall), `${where} at ${width} px`).toEqual([])
  }
}

for (const city of cities) {
  browserTest(`every state of ${city.id}`, { timeout: 240_000 }, async ({ visit }) => {
    const context = await visit()
    await serveWithoutWidget(context, app)
    const page = await context.newPage()
    const statements = ['privacy', 'toegankelijkheid', 'cijfers'].map((page) => `${city.id}/${page}`)
    const open = [city.id, richest(city).replace('/', '/dienst/'), ...statements]
    for (const path of open) {
      await page.goto(`${origin}/${path}`)
      await check(page, path)
    }
    for (const state of ['error', ...Object.keys(states)]) {
      await page.goto(`${origin}/${city.id}`)
      await page.fill('#question', states[state as State] ?? ' ')
      await Promise.all([page.waitForNavigation(), page.click('.send')])
      await check(page, `${city.id}, ${state}`)
    }
  })
}

browserTest('pages of no city', { timeout: 120_000 }, async ({ visit }) => {
  const context = await visit()
  await serveWithoutWidget(context, app)
  const page = await context.newPage()
  const smallest = Object.entries(readSourceTexts()).toSorted(
    ([, a], [, b]) => a.statements.length - b.statements.length,
  )[0]?.[0]
  for (const path of ['', 'nergens', `bron/${smallest}`]) {
    await page.goto(`${origin}/${path}`)
    await check(page, `/${path}`)
  }
})
