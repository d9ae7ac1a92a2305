import type { Route } from 'playwright-core'
import { describe, expect } from 'vitest'
import { answers, ask, open, question, stageTest } from '../../../fixtures/stage.ts'
import { states } from '../../../fixtures/states.ts'

/** Nothing that was written is lost, and nothing is sent twice. */
describe('when something is in the way', () => {
  stageTest('without a connection it stays, is offered again, and there is a number to call', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await ask(page, states.answer)
    stage.home.reachable(false)
    await question(page).fill('wat kost dat')
    await question(page).press('Enter')
    const trouble = page.locator('.trouble')
    await trouble.getByText('Niet verstuurd.').waitFor()
    expect(await trouble.locator('a').getAttribute('href')).toMatch(/^tel:/)
    expect(await page.locator('article.citizen').last().textContent()).toContain('wat kost dat')
    stage.home.reachable(true)
    await trouble.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await answers(page).nth(1).waitFor()
    expect(await trouble.textContent()).toBe('')
    expect(stage.api.said()).toEqual([states.answer, 'wat kost dat'])
  })

  stageTest('it goes by itself when the connection is back, also after a reload', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    stage.home.reachable(false)
    await question(page).fill('ik ga verhuizen')
    await question(page).press('Enter')
    await page.locator('.trouble').getByText('Niet verstuurd.').waitFor()
    stage.home.reachable(true)
    await page.reload()
    await answers(page).first().waitFor()
    expect(stage.api.said()).toEqual(['ik ga verhuizen'])
  })

  stageTest('an answer that got lost on the way is asked for under the same id', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await ask(page, states.answer)
    // The server has it, the browser does not know.
    const lose = async (route: Route): Promise<void> => {
      await route.fetch()
      await route.abort()
    }
    await page.route('**/api/web/v1/messages', lose, { times: 1 })
    await question(page).fill('wat kost dat')
    await question(page).press('Enter')
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await answers(page).nth(1).waitFor()
    expect(stage.api.said().filter((text) => text === 'wat kost dat').length).toBe(1)
    expect(await page.locator('article.citizen').count()).toBe(2)
  })

  stageTest('too many messages: it says how long, and sends by itself', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    stage.api.trouble('messages', { status: 429, retryAfter: 1, times: 1 })
    await question(page).fill('ik ga verhuizen')
    await question(page).press('Enter')
    await page.locator('.trouble').getByText('Over 1 seconden').waitFor()
    await answers(page).first().waitFor()
  })

  stageTest('a fault of ours is told in words', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    stage.api.trouble('messages', { status: 503 })
    await question(page).fill('ik ga verhuizen')
    await question(page).press('Enter')
    await page.locator('.trouble').getByText('Er ging iets mis bij ons.').waitFor()
    stage.api.trouble('messages', {})
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await answers(page).first().waitFor()
  })

  stageTest('what the server will not take comes back to the field', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    stage.api.trouble('messages', { status: 422, times: 1 })
    await question(page).fill('ik ga verhuizen')
    await question(page).press('Enter')
    await page.locator('.trouble').getByText('Er ging iets mis').waitFor()
    await expect.poll(() => question(page).inputValue()).toBe('ik ga verhuizen')
  })

  stageTest('a site that is not listed is told where the assistant is', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    stage.api.trouble('sessions', { status: 403 })
    await question(page).fill('ik ga verhuizen')
    await question(page).press('Enter')
    const link = page.locator('.trouble a').first()
    await link.waitFor()
    expect(await link.getAttribute('href')).toMatch(`${stage.home.origin}/${stage.host.city}`)
  })

  stageTest('a conversation that has ended goes on as a new one, with what was just written', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await ask(page, states.answer)
    stage.api.expire()
    await ask(page, 'ik ga verhuizen')
    await page.locator('.log').getByText('Dit is een nieuw gesprek.').waitFor()
    expect(stage.api.said()).toEqual(['ik ga verhuizen'])
  })

  stageTest(
    'a slow answer is awaited in words, and after ten seconds with a number',
    { timeout: 30_000 },
    async ({ stage }) => {
      const { page } = await stage.visit()
      await page.clock.install()
      await open(page)
      stage.api.trouble('messages', { pauseMs: 3000, times: 1 })
      await question(page).fill('ik ga verhuizen')
      await question(page).press('Enter')
      await page.clock.runFor(500)
      await page.getByText('Ik zoek een antwoord.').first().waitFor()
      await page.clock.runFor(10_000)
      await page.getByText('Dit duurt langer').first().waitFor()
      expect(await page.locator('.log a.target').last().getAttribute('href')).toMatch(/^tel:/)
      await answers(page).first().waitFor()
      expect(await page.getByText('Dit duurt langer').count()).toBe(0)
    },
  )
})
