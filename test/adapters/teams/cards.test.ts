import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card, Element } from '../../../adapters/teams/cards/card.ts'
import { literal, read } from '../../../adapters/teams/cards/literal.ts'
import { shownOf } from '../../../adapters/teams/cards/shown.ts'
import type { ConversationReference } from '../../../src/core/activity.ts'
import { type Block, draftOf, type Message } from '../../../src/core/message.ts'
import { assistantWith } from '../../../src/dialogue/assistant.ts'
import { moment, worldFixture } from '../../fixtures/world.ts'
import { contentHosts, make } from './make.ts'
import { shown } from './shown.ts'
import { elementsOf, faultsOf } from './validity.ts'

/** Answers as cards: valid, readable on every client, and with nothing left out of what the same answer says elsewhere. */

const assistant = assistantWith(worldFixture(), () => moment)
const adapter = make({ fetch: () => Promise.reject(new Error('no network here')), clock: () => moment })

const reference = (city: string | null): ConversationReference => ({
  adapter: 'teams',
  key: 'k',
  city,
  lang: null,
  audience: 'citizen',
  address: { conversationId: 'a:1', serviceUrl: 'https://smba.trafficmanager.net/emea', replyTo: '17' },
})

const placed = (draft: Omit<Message, 'seq' | 'id' | 'at'>): Message => ({ seq: 1, id: 'm_1', at: moment, ...draft })
const rendered = (message: Message, city: string | null = 'gent') => adapter.render(message, reference(city))
const activityOf = (payload: Record<string, unknown>) => payload.activity as Record<string, unknown>
const cardsIn = (payloads: Record<string, unknown>[]): Card[] =>
  payloads.flatMap((payload) =>
    ((activityOf(payload).attachments ?? []) as { content: Card }[]).map(({ content }) => content),
  )

const questions = [
  { name: 'answer', city: 'gent', lang: 'nl', text: 'Waar vraag ik een nieuwe identiteitskaart aan?' },
  { name: 'answer-in-french', city: 'jette', lang: 'fr', text: 'Où demander une nouvelle carte d’identité ?' },
  { name: 'answer-in-english', city: 'leuven', lang: 'en', text: 'Where do I apply for an identity card?' },
  { name: 'referral', city: 'leuven', lang: 'nl', text: 'Ik wil een parkeerkaart voor mensen met een handicap' },
  { name: 'question-back', city: 'gent', lang: 'nl', text: 'mijn pas is kwijt' },
  { name: 'which-city', city: null, lang: 'nl', text: 'Ik ga verhuizen' },
  { name: 'life-event', city: 'antwerpen', lang: 'nl', text: 'Ik ga trouwen, wat moet ik allemaal regelen?' },
  { name: 'several', city: 'gent', lang: 'nl', text: 'Ik ga verhuizen en ik heb ook een reispas nodig' },
  { name: 'not-known', city: 'gent', lang: 'nl', text: 'Is het zwembad Rozebroeken zondag open?' },
  { name: 'out-of-scope', city: 'gent', lang: 'nl', text: 'Wie is de burgemeester van Parijs?' },
  { name: 'crisis', city: 'gent', lang: 'nl', text: 'ik wil niet meer leven' },
] as const

const messageFor = ({ city, lang, text }: Omit<(typeof questions)[number], 'name'>): Message =>
  placed(draftOf(assistant.ask({ text, city, lang })))

describe('real answers', () => {
  /** When content or search changes an answer, look at what it became and write it anew with `vitest run … -u`. */
  test.each(questions)('$name: in words and on a card', async ({ name, ...question }) => {
    const message = messageFor(question)
    const [payload = {}] = rendered(message, question.city)
    const { text, choices } = shown(payload)
    const words = [message.text, ...message.choices.map(({ label }) => `[ ${label} ]`)].join('\n')
    const card = [text, ...choices.map((label) => `[ ${label} ]`)].join('\n')
    const sideBySide = `== in words, as on the web, in WhatsApp and on the command line\n${words}\n\n== in Teams\n${card}\n`
    await expect(sideBySide).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  test.each(questions)('$name: what the words say stands on the card', ({ name: _, ...question }) => {
    const message = messageFor(question)
    const card = rendered(message, question.city)
      .map((payload) => shown(payload).text)
      .join('\n')
    const plain = (text: string): string => text.replace(/\s+/g, ' ')
    // A way in is one line in words and several on a card; each of its parts must be there.
    const parts = message.text
      .split('\n')
      .flatMap((line) => line.replace(/^- |^\d+\. /, '').split(/ \(|\)?\. |, r\. |\)$/))
    expect(
      parts
        .map((part) => part.replace(/[.)]+$/, '').trim())
        .filter((part) => part && !plain(card).includes(plain(part))),
    ).toEqual([])
  })

  test.each(questions)(
    '$name: valid, with features of 1.2, and readable without a card',
    ({ name: _, ...question }) => {
      const message = messageFor(question)
      const payloads = rendered(message, question.city)
      for (const card of cardsIn(payloads)) {
        expect(faultsOf(card)).toEqual([])
        expect(card.fallbackText).not.toBe('')
        const types = new Set(elementsOf([card.body, card.actions]).map(({ type }) => type))
        expect([...types].filter((type) => !ofVersion12.has(type))).toEqual(
          types.has('Action.Execute') ? ['Action.Execute'] : [],
        )
      }
      for (const { label } of message.choices) expect(JSON.stringify(payloads[0]?.plain)).toContain(label)
      expect(payloads.map((payload) => activityOf(payload).text ?? activityOf(payload).summary)).not.toContain('')
    },
  )

  test('a newer action always has the older one to fall back on, with the same choice', () => {
    const [card] = cardsIn(rendered(messageFor(questions[4])))
    const actions = (card?.actions ?? []) as (Element & { data: object; fallback: Element & { data: object } })[]
    expect(actions.length).toBeGreaterThan(0)
    for (const { type, data, fallback } of actions) {
      expect([type, fallback.type]).toEqual(['Action.Execute', 'Action.Submit'])
      expect(fallback.data).toEqual({ ...data, verb: 'choose' })
    }
  })

  test('thumbs stand under answers, not under questions of ours', () => {
    const rated = ({ city, lang, text }: (typeof questions)[number]): boolean =>
      JSON.stringify(rendered(messageFor({ city, lang, text }), city)).includes('feedbackLoop')
    expect(questions.filter(rated).map(({ name }) => name)).toEqual([
      'answer',
      'answer-in-french',
      'answer-in-english',
      'referral',
      'life-event',
      'several',
      'not-known',
    ])
  })

  test('every page of every city is a valid card within 24 KB, with links to known hosts only', () => {
    const { cities } = worldFixture().catalogue
    const faults = Object.values(cities).flatMap((city) =>
      Object.keys(city.services).flatMap((id) =>
        rendered(placed(draftOf(assistant.show(id, { lang: 'nl', city: city.id }))), city.id).flatMap((payload) => [
          ...cardsIn([payload]).flatMap(faultsOf),
          ...linksOf(payload).filter((link) => !contentHosts().has(new URL(link).hostname)),
          ...(sizeOf(payload) > 24 * 1024 ? [`${id} is too large`] : []),
        ]),
      ),
    )
    expect(faults).toEqual([])
  })
})

const ofVersion12 = new Set(['TextBlock', 'ActionSet', 'Action.OpenUrl', 'Action.Submit', 'Input.ChoiceSet'])

/** UTF-16 bytes, as Teams counts. */
const sizeOf = (payload: Record<string, unknown>): number => JSON.stringify(payload.activity).length * 2

const linksOf = (payload: Record<string, unknown>): string[] => [
  ...elementsOf(payload).flatMap(({ url }) => (typeof url === 'string' ? [url] : [])),
  ...elementsOf(payload).flatMap(({ text }) =>
    typeof text === 'string' ? [...text.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, href = '']) => href) : [],
  ),
]

describe('choices', () => {
  const message = (count: number): Message => {
    const choices = Array.from({ length: count }, (_, at) => ({ id: `gent/keuze-${at}`, label: `Keuze ${at}` }))
    const items = choices.map(({ id, label }) => ({ id, v: label }))
    const blocks: Block[] = [
      { t: 'text', v: 'Wat bedoel je?' },
      { t: 'choices', items },
    ]
    return placed({ from: 'bot', lang: 'nl', outcome: 'clarifying.service', text: 'Wat bedoel je?', blocks, choices })
  }

  test.each([1, 2, 3])('%i are buttons', (count) => {
    const [card] = cardsIn(rendered(message(count)))
    expect(card?.actions).toHaveLength(count)
    expect(JSON.stringify(card?.body)).not.toContain('ChoiceSet')
  })

  test.each([4, 9, 40])('%i are a list with one button', (count) => {
    const [card, ...more] = cardsIn(rendered(message(count)))
    expect(more).toEqual([])
    expect(card?.actions).toHaveLength(1)
    expect(faultsOf(card as Card)).toEqual([])
    expect(shown(rendered(message(count))[0] ?? {}).choices).toHaveLength(count + 1)
  })
})

describe('text as it stands', () => {
  test.each([
    ['[stad.be](https://evil.test)', '\\[stad.be\\]\\(https://evil.test)'],
    ['**vet** _schuin_ ~door~ `code`', '\\*\\*vet\\*\\* \\_schuin\\_ \\~door\\~ \\`code\\`'],
    ['# kop\n- punt\n1. een', '\\# kop\n\\- punt\n1\\. een'],
    ['<at>Jan</at>', '<at\\>Jan</at\\>'],
    ['om\u202edraaien\u200b', 'omdraaien'],
    ['a\u0000b\u2066c', 'abc'],
  ])('%j', (text, written) => {
    expect(literal(text)).toBe(written)
  })

  test('whatever somebody writes is read as it was written, and makes no link and no mark', () => {
    const signs = fc.string({
      unit: fc.constantFrom('[', ']', '(', ')', '*', '_', '~', '`', '#', '>', '\\', '-', '1.', ' ', 'a', 'é'),
      maxLength: 20,
    })
    fc.assert(
      fc.property(signs, (text) => {
        expect(read(literal(text))).toBe(text)
        expect(literal(text).replace(/\\./g, '')).not.toMatch(/[[\]*_~`#>\\]/)
      }),
      { numRuns: 2000 },
    )
  })

  test('what a person at the desk writes is no card and no markup', () => {
    const text = '[klik](https://evil.test) **nu**\nMet groeten'
    const said = placed({
      from: 'desk',
      lang: 'nl',
      outcome: null,
      text,
      blocks: [{ t: 'text', v: text }],
      choices: [],
    })
    expect(rendered(said)).toEqual([
      {
        activity: {
          type: 'message',
          locale: 'nl',
          replyToId: '17',
          textFormat: 'plain',
          text: '[klik](https://evil.test) **nu**\n\nMet groeten',
        },
      },
    ])
  })

  test.each([
    'http://stad.gent/',
    'https://evil.test/',
    'https://afspraken.gent.be.evil.test/',
    'https://afspraken.gent.be:8443/',
    'https://afspraken.gent.be@evil.test/',
    'https://аfspraken.gent.be/',
    'javascript:alert(1)',
    'tel:112',
    'data:text/html,x',
  ])('%s becomes no link', (url) => {
    const blocks: Block[] = [
      { t: 'service', id: 'gent/x', v: 'X' },
      { t: 'channels', items: [{ type: 'online', label: 'Online', url }] },
      { t: 'link', href: url, v: 'Meer' },
      { t: 'sources', items: [{ title: 'Bron', url, document: null, lines: null, statedOn: null, checkedOn: null }] },
    ]
    const payloads = rendered(placed({ from: 'bot', lang: 'nl', outcome: 'answered', text: 'X', blocks, choices: [] }))
    expect(payloads.flatMap(linksOf)).toEqual([])
    expect(payloads.map((payload) => shown(payload).text).join()).toContain(url)
  })
})

describe('a message that is too large for one', () => {
  const words = fc.string({
    unit: fc.constantFrom('woord ', 'é', '[', '\n', '😀 ', 'a'),
    minLength: 0,
    maxLength: 6000,
  })
  const blocks: fc.Arbitrary<Block> = fc.oneof(
    words.map((v): Block => ({ t: 'text', v })),
    words.map((v): Block => ({ t: 'service', id: 'gent/x', v })),
    words.map((label): Block => ({ t: 'channels', items: [{ type: 'phone', label, phone: '09 210 10 10' }] })),
  )

  test('is divided, loses nothing, and each part fits', () => {
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 8 }), fc.integer({ min: 0, max: 12 }), (some, count) => {
        const choices = Array.from({ length: count }, (_, at) => ({ id: `c${at}`, label: `Keuze ${at}` }))
        const items = choices.map(({ id, label }) => ({ id, v: label }))
        const all: Block[] = [...some, ...(count > 0 ? [{ t: 'choices' as const, items }] : [])]
        const payloads = rendered(
          placed({ from: 'bot', lang: 'nl', outcome: 'answered', text: '', blocks: all, choices }),
        )
        for (const payload of payloads) expect(sizeOf(payload)).toBeLessThanOrEqual(24 * 1024)
        const letters = (text: string): string => text.replace(/[\s\\]/g, '')
        const told = letters(
          cardsIn(payloads)
            .map(({ body }) => shownOf(body))
            .join(''),
        )
        for (const block of some) {
          const text = 'v' in block ? block.v : ''
          if (cardsIn(payloads).length > 0) expect(told.includes(letters(text))).toBe(true)
        }
        const reachable = payloads.flatMap((payload) => shown(payload).choices)
        for (const { label } of choices) expect(reachable).toContain(label)
      }),
      { numRuns: 60 },
    )
  })
})
