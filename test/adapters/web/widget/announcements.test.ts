import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { answers, ask, open, question, stageTest } from '../../../fixtures/stage.ts'

/** Writes down all that a screen reader would be given: what is added to the status, and to alerts. */
const listen = `(() => {
  globalThis.heard = []
  const watch = (root) => new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const element = target.nodeType === 1 ? target : target.parentElement
      const region = element?.closest('[role=status], [role=alert]')
      if (!region || addedNodes.length === 0) continue
      const text = region.role === 'alert' ? region.textContent : [...addedNodes].map((node) => node.textContent).join('')
      const words = text.trim().replace(/\\s+/g, ' ')
      // An alert that is filled in one go changes more than once, and is spoken once.
      if (words && !(region.role === 'alert' && heard.at(-1) === words)) heard.push(words)
    }
  }).observe(root, { childList: true, subtree: true, characterData: true })
  watch(document.querySelector('loket-wijzer').shadowRoot)
})()`

const heard = (page: Page): Promise<string[]> => page.evaluate('heard')

const said = { blocks: [{ t: 'text' as const, v: 'Dat is het.' }], lang: 'nl' as const }

describe('what a screen reader says', () => {
  stageTest('of a scripted chat is exactly this, each message whole and once', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await page.evaluate(listen)
    // A slow typist gets suggestions, which are announced too: the next story but two.
    stage.api.trouble('suggest', { pauseMs: 60_000 })
    stage.api.answerWith({
      ...said,
      text: 'Maak een afspraak. Online: https://stad.example/afspraak\nBron: Jaarrekening.',
    })
    await ask(page, 'mijn kaart is verlopen')
    const choices = [
      { id: 'a', label: 'Identiteitskaart' },
      { id: 'b', label: 'Reispas' },
    ]
    const blocks = [
      { t: 'text' as const, v: 'Wat bedoel je precies?' },
      { t: 'choices' as const, items: choices.map(({ id, label }) => ({ id, v: label })) },
    ]
    stage.api.answerWith({ text: 'Wat bedoel je precies?', blocks, choices })
    await ask(page, 'mijn pas')
    stage.api.answerWith({ ...said, text: 'Dat is het.' })
    await ask(page, 'nog eens')
    stage.api.answerWith({ ...said, text: 'Dat is het.' })
    await ask(page, 'nog eens')
    expect(await heard(page)).toEqual([
      'Assistent: Maak een afspraak. Online: Bron: Jaarrekening.',
      'Assistent: Wat bedoel je precies? 2 keuzes: Identiteitskaart, Reispas',
      'Assistent: Dat is het.',
      'Assistent: Dat is het.',
    ])
  })

  stageTest('is that an answer is looked for, but only when that takes a second', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await page.evaluate(listen)
    stage.api.answerWith({ ...said, text: 'Dat is het.' })
    stage.api.trouble('messages', { pauseMs: 1600, times: 1 })
    await ask(page, 'traag')
    expect(await heard(page)).toEqual(['Ik zoek een antwoord.', 'Assistent: Dat is het.'])
  })

  stageTest('of an error is what is wrong, at once', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await page.evaluate(listen)
    await question(page).press('Enter')
    stage.api.trouble('sessions', { status: 503 })
    await question(page).fill('ik ga verhuizen')
    await question(page).press('Enter')
    await page.locator('.trouble button').waitFor()
    const [empty, trouble, ...rest] = await heard(page)
    expect(empty).toBe('Schrijf eerst je vraag op.')
    expect(trouble).toMatch(/^Niet verstuurd\. Er ging iets mis bij ons\.Probeer opnieuw/)
    expect(rest).toEqual([])
  })

  stageTest('of suggestions is how many there are, and how to reach them', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await page.evaluate(listen)
    await question(page).pressSequentially('huwel', { delay: 10 })
    await page.locator('[role=option]').first().waitFor()
    const count = await page.locator('[role=option]').count()
    expect(await heard(page)).toEqual([`Suggesties: ${count}. Kies met de pijltjes, of schrijf verder.`])
  })

  stageTest('leaves nothing behind for who reads on, and the log itself stays silent', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await ask(page, 'hallo')
    expect(await page.locator('[role=log]').getAttribute('aria-live')).toBe('off')
    await expect.poll(() => page.locator('[role=status] p').count(), { timeout: 3000 }).toBe(0)
    expect(await answers(page).locator('h3').first().textContent()).toBe('Assistent')
  })

  stageTest('of a conversation that is taken up again is nothing: it was said before', async ({ stage }) => {
    const { page } = await stage.visit()
    await open(page)
    await ask(page, 'hallo')
    await page.addInitScript(`addEventListener('DOMContentLoaded', () => setTimeout(() => ${listen}))`)
    await page.reload()
    await answers(page).first().waitFor()
    expect(await heard(page)).toEqual([])
  })
})
