import { describe, expect, test } from 'vitest'
import { whatsappAdapter } from '../../../adapters/whatsapp/adapter.ts'
import { draftOf } from '../../../src/core/message.ts'
import { assistantWith } from '../../../src/dialogue/assistant.ts'
import { moment, worldFixture } from '../../fixtures/world.ts'
import { shown, type Tappable } from './shown.ts'
import { noor, number } from './workbench.ts'

/**
 * Real questions as they are answered on a phone. When content or search changes an answer, look at what it became and
 * write it anew: `npx vitest run test/adapters/whatsapp/golden.test.ts -u`.
 */
const questions = [
  { name: 'answer', city: 'gent', lang: 'nl', text: 'Waar vraag ik een nieuwe identiteitskaart aan?' },
  { name: 'answer-in-french', city: 'jette', lang: 'fr', text: 'Où demander une nouvelle carte d’identité ?' },
  { name: 'answer-in-english', city: 'leuven', lang: 'en', text: 'Where do I apply for an identity card?' },
  { name: 'question-back', city: 'gent', lang: 'nl', text: 'mijn pas is kwijt' },
  { name: 'which-city', city: null, lang: 'nl', text: 'Ik ga verhuizen' },
  { name: 'life-event', city: 'antwerpen', lang: 'nl', text: 'Ik ga trouwen, wat moet ik allemaal regelen?' },
  { name: 'crisis', city: 'gent', lang: 'nl', text: 'ik wil niet meer leven' },
] as const

const world = worldFixture()
const assistant = assistantWith(world, () => moment)
const { render } = whatsappAdapter({
  config: { appSecrets: [], verifyToken: null, accessToken: null, numbers: { [number]: 'gent' }, graphUrl: '' },
  say: assistant.say,
  fetch: () => Promise.reject(new Error('no network here')),
  clock: () => moment,
  count: () => {},
})

describe('an answer on a phone', () => {
  test.each(questions)('$name', async ({ name, city, lang, text }) => {
    const draft = draftOf(assistant.ask({ text, city, lang }))
    const payloads = render({ ...draft, seq: 1, id: 'm_1', at: '2026-11-21T09:00:00.000Z' }, { ...noor, city })
    expect(payloads.length).toBe(1)
    await expect(screen(payloads.map(shown))).toMatchFileSnapshot(`golden/${name}.txt`)
  })
})

/** What is read on the screen, with what can be tapped below it. */
const screen = (parts: { text: string; taps: Tappable[] }[]): string =>
  parts
    .map(({ text, taps }) => [text, ...taps.map(tap)].join('\n'))
    .join('\n----\n')
    .concat('\n')

const tap = ({ id, title, description }: Tappable): string =>
  [`[ ${title} ]`, description, `(${id})`].filter(Boolean).join(' ')
