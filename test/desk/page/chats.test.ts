import type { Page, Route } from 'playwright-core'
import { expect } from 'vitest'
import { browserTest } from '../../fixtures/browser.ts'
import { wantsPerson } from '../../fixtures/desk.ts'
import { agent, atDesk } from '../../fixtures/desk-page.ts'

const within = { timeout: 60_000 }
const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.id')
const waits = (page: Page): Promise<number> => page.locator('.queue li').count()

browserTest('a chat is taken and answered without the mouse', within, async ({ visit }) => {
  const { desk, page } = await atDesk(visit)
  await desk.officeOf('gent').notify(wantsPerson('c1'))
  await page.locator('.queue li').waitFor(within)
  await page.keyboard.press('Alt+KeyT')
  await page.locator('#chat').waitFor()
  await expect.poll(() => focused(page), within).toBe('reply')
  await page.keyboard.type('Goeiedag')
  await page.keyboard.press('Enter')
  const said = () => desk.done.filter(({ act }) => act === 'said')
  await expect.poll(said, within).toMatchObject([{ with: 'Goeiedag' }])
  expect(desk.done.filter(({ act }) => act === 'joined')).toHaveLength(1)
  await expect.poll(() => page.locator('#reply').inputValue(), within).toBe('')
})

browserTest('that a colleague was faster is said, and the chat not opened', within, async ({ visit }) => {
  const { desk, page } = await atDesk(visit)
  await desk.officeOf('gent').notify(wantsPerson('c1'))
  await page.locator('.queue li').waitFor(within)
  // What this page is told of the change comes too late to keep its colleague from pressing the key.
  desk.watchers.clear()
  const adil = await desk.colleague('adil', agent)
  await adil('POST', '/conversations/c1/claim', {}, { 'if-match': '"1"' })
  await page.keyboard.press('Alt+KeyT')
  await expect.poll(() => page.locator('[role=status]').last().textContent(), within).toContain('sneller')
  expect(await page.locator('#chat').isVisible()).toBe(false)
})

browserTest('who came after the first look and before the stream is seen once it opens', within, async ({ visit }) => {
  const { page } = await atDesk(visit, {
    stream: async (desk, context) => {
      await context.waitForEvent('requestfinished', (request) => request.url().includes('/v1/queue'))
      await desk.officeOf('gent').notify(wantsPerson('c1'))
    },
  })
  await expect.poll(() => waits(page), within).toBe(1)
})

browserTest('a page without a stream looks now and then', within, async ({ visit }) => {
  const { desk, page } = await atDesk(visit, { stream: 'none' })
  await desk.officeOf('gent').notify(wantsPerson('c1'))
  await page.clock.runFor(10_000)
  await expect.poll(() => waits(page), within).toBe(1)
})

browserTest('an answer that was overtaken does not undo a newer one', within, async ({ visit }) => {
  const { desk, page } = await atDesk(visit)
  const held = Promise.withResolvers<Route>()
  await page.route(/\/v1\/queue/, (route) => held.resolve(route), { times: 1 })
  desk.watchers.forEach((tell) => {
    tell({ type: 'queue' })
  })
  const overtaken = await held.promise
  await desk.officeOf('gent').notify(wantsPerson('c1'))
  await expect.poll(() => waits(page), within).toBe(1)
  const late = page.waitForResponse(/\/v1\/queue/)
  await overtaken.fulfill({ json: [] })
  await (await late).finished()
  await page.evaluate('new Promise((done) => setTimeout(done))')
  expect(await waits(page)).toBe(1)
})
