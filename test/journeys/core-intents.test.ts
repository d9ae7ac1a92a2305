import { describe, expect, it } from 'vitest'
import type { AskOutput } from '../../src/core/ask.ts'
import { appFixture, moment, worldFixture } from '../fixtures/world.ts'

/** The three intents that every city must answer from the first day, in three languages. */
const asked = {
  'ID card': {
    nl: 'Ik wil een nieuwe identiteitskaart',
    fr: "Je voudrais une nouvelle carte d'identité",
    en: 'I need a new identity card',
  },
  moving: {
    nl: 'Ik ben verhuisd en wil mijn nieuw adres doorgeven',
    fr: "J'ai déménagé et je veux déclarer ma nouvelle adresse",
    en: 'I moved house and want to register my new address',
  },
  marriage: {
    nl: 'Wij willen trouwen, waar doen we aangifte?',
    fr: 'Nous voulons nous marier, où déclarer le mariage ?',
    en: 'We want to get married, where do we declare it?',
  },
}
const cells = Object.keys(worldFixture().catalogue.cities).flatMap((city) =>
  Object.entries(asked).flatMap(([intent, texts]) =>
    Object.entries(texts).map(([lang, text]) => ({ city, intent, lang, text })),
  ),
)

describe('ID card, moving and marriage', () => {
  it('are asked in every city and language', () => expect(cells).toHaveLength(45))

  it.each(cells)(
    '$intent in $city, $lang: an organisation, a person to reach and a source',
    async ({ city, lang, text }) => {
      const response = await appFixture().request('/api/v1/ask', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, city, at: moment }),
      })
      const answer = (await response.json()) as AskOutput
      expect(answer.outcome).toMatch(/^answered/)
      expect(answer.lang).toBe(lang)
      expect(answer.organisation ?? answer.answers[0]?.organisation).toBeTruthy()
      const human = answer.answers
        .flatMap(({ channels }) => channels)
        .filter(({ type, phone, address }) => (type === 'phone' && phone) || (type === 'counter' && address))
      expect(human.length).toBeGreaterThan(0)
      expect(answer.sources.length).toBeGreaterThan(0)
    },
  )
})
