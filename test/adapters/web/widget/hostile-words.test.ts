import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Block, Message } from '../../../../src/core/message.ts'
import { payloads } from '../../../fixtures/payloads.ts'
import { open, question, stageTest } from '../../../fixtures/stage.ts'

/** Every field of a message at once holds the payload: whoever wrote it, it is words. */
function messageOf(payload: string): Partial<Message> {
  const dated = { source: payload, statedOn: payload, checkedOn: payload, stale: true }
  const way = {
    label: payload,
    url: payload,
    phone: payload,
    email: payload,
    location: payload,
    address: payload,
    ...dated,
  }
  const blocks: Block[] = [
    { t: 'text', v: payload },
    { t: 'notice', v: payload },
    { t: 'link', href: payload, v: payload },
    { t: 'service', id: payload, v: payload },
    {
      t: 'channels',
      items: [
        { type: 'online', ...way },
        { type: 'phone', label: payload, phone: payload, ...dated },
        { type: 'email', label: payload, email: payload },
        { type: 'counter', label: payload, location: payload, address: payload, hours: payload, note: payload },
      ],
    },
    { t: 'fact', kind: payload, v: payload, source: payload, statedOn: payload, checkedOn: payload },
    { t: 'steps', items: [{ order: 1, service: payload, v: payload, text: payload }] },
    { t: 'choices', items: [{ id: payload, v: payload }] },
    {
      t: 'sources',
      items: [{ title: payload, url: payload, document: null, lines: payload, statedOn: payload, checkedOn: payload }],
    },
  ]
  return { text: payload, blocks, choices: [{ id: payload, label: payload }] }
}

/** What only a payload that was taken for markup could have made. */
const strange = `(() => {
  const root = document.querySelector('loket-wijzer').shadowRoot
  const names = 'script, iframe, object, embed, style, link, meta, base, img, video, audio, marquee, template, math, animate, x, loket-wijzer'
  const inside = [...root.querySelectorAll('.log *')]
  return [
    ...root.querySelectorAll('.log :is(' + names + ')'),
    ...inside.filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on') || name === 'style')),
    ...inside.filter((one) => one.href && !/^(https?|tel|mailto):/.test(one.href)),
  ].map((one) => one.outerHTML)
})()`

const executed = (page: Page): Promise<unknown> => page.evaluate('globalThis.executed')

describe('words that try to run', () => {
  stageTest(
    `${payloads.length} of them, through every field and from every sender, stay words`,
    { timeout: 120_000 },
    async ({ stage }) => {
      expect(new Set(payloads).size).toBeGreaterThanOrEqual(150)
      const { page, trouble } = await stage.visit()
      await open(page)
      await question(page).fill('hallo')
      await question(page).press('Enter')
      await page.locator('article.bot').first().waitFor()
      await page.getByRole('button', { name: 'Praat met een medewerker' }).click()
      await expect.poll(() => stage.api.calls).toContain('GET events')
      const senders = ['bot', 'desk', 'system', 'citizen'] as const
      for (const [at, payload] of payloads.entries()) {
        stage.api.push({
          ...messageOf(payload),
          from: senders[at % 4] ?? 'bot',
          outcome: at % 3 ? 'answered' : 'crisis',
        })
      }
      await page
        .locator('article')
        .nth(payloads.length + 2)
        .waitFor()
      // What waits for a pointer or for focus gets both.
      await page.evaluate(
        "for (const one of document.querySelector('loket-wijzer').shadowRoot.querySelectorAll('.log *')) { one.dispatchEvent(new MouseEvent('mouseover')); one.focus?.() }",
      )
      expect(await executed(page)).toBeUndefined()
      expect(await page.evaluate(strange)).toEqual([])
      expect(trouble).toEqual([])
    },
  )

  stageTest(
    'typed by the citizen, suggested, chosen and saved they stay words too',
    { timeout: 60_000 },
    async ({ stage }) => {
      const { page, trouble } = await stage.visit()
      await open(page)
      for (const payload of payloads.filter((_, at) => at % 12 === 0)) {
        stage.api.answerWith(messageOf(payload))
        await question(page).fill(payload)
        await question(page).press('Enter')
        await expect.poll(() => question(page).inputValue()).toBe('')
      }
      await page.locator('.choice').last().click()
      await page.reload()
      await page.locator('article.bot').first().waitFor()
      expect(await executed(page)).toBeUndefined()
      expect(await page.evaluate(strange)).toEqual([])
      expect(trouble).toEqual([])
    },
  )
})
