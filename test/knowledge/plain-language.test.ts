import { describe, expect, it } from 'vitest'
import {
  averageSentence,
  longestSentence,
  plainLanguage,
  sentencesOf,
  wordsIn,
} from '../../src/knowledge/check/plain-language.ts'
import { citizenTexts } from '../../src/knowledge/check/texts.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'

const { knowledge } = readKnowledge('knowledge')
const texts = citizenTexts(knowledge)

/** The content with one sentence of the assistant changed, in a form of address of its own. */
function saying(text: string, lang: 'nl' | 'fr' | 'en' = 'nl'): string[] {
  const messages = [{ file: `common/messages/${lang}.yaml`, value: { proef: text } }]
  return plainLanguage({ ...knowledge, messages }).flatMap(({ field, message }) => (field === 'proef' ? message : []))
}

describe('everything that a citizen reads', () => {
  it('is looked at: pages, facts, bodies, other bodies, small talk and our own sentences', () => {
    expect(texts.length).toBeGreaterThan(1500)
    for (const part of [
      '/services/',
      '/facts.yaml',
      '/organisations.yaml',
      '/referrals/',
      '/about/',
      '/messages/',
      '/life-events/',
    ])
      expect(
        texts.some(({ file }) => file.includes(part)),
        part,
      ).toBe(true)
  })

  it('is plain today', () => expect(plainLanguage(knowledge)).toEqual([]))

  it.each(['nl', 'fr', 'en'] as const)('has short sentences in %s', (lang) => {
    const lengths = texts.filter((found) => found.lang === lang).flatMap(({ text }) => sentencesOf(text).map(wordsIn))
    expect(Math.max(...lengths)).toBeLessThanOrEqual(longestSentence)
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(averageSentence)
  })
})

describe('what is not plain is told', () => {
  it.each([
    ['nl', `Dit is ${'heel '.repeat(18)}lang.`, /een zin telt 21 woorden/],
    ['nl', `Dit is ${'heel '.repeat(11)}lang. Dit is ${'heel '.repeat(11)}lang.`, /gemiddeld 14.0 woorden/],
    ['nl', 'Wij helpen met betrekking tot afval.', /"met betrekking tot".*"over"/],
    ['fr', 'Veuillez attendre.', /"Veuillez".*"faites"/],
    ['en', 'Call prior to coming.', /"prior to".*"before"/],
    ['nl', 'Neem je kaart mee.', /"je": hou de aanspreking gelijk/],
    ['nl', 'Neem uw kaart mee.', /"uw": hou de aanspreking gelijk/],
    ['fr', 'Prenez ta carte.', /"ta".*vous/],
    ['nl', 'Vraag het aan de XYZ.', /"XYZ" één keer voluit/],
    ['nl', 'Het kost € 25.', /bedrag voluit/],
    ['nl', 'Het kan tot 12/03/2026.', /datum voluit/],
  ] as const)('%s: %s', (lang, text, says) => expect(saying(text, lang).join()).toMatch(says))

  it.each([
    ['nl', 'Vraag het aan de XYZ (dienst voor proeven).'],
    ['nl', 'Vraag het aan de dienst voor proeven (XYZ).'],
    ['nl', 'Ga naar het OCMW. Het kost 25 euro, tot 12 maart 2026.'],
    ['fr', "Prenez un rendez-vous. Aujourd'hui, cela va vite."],
  ] as const)('and what is plain is not: %s: %s', (lang, text) => expect(saying(text, lang)).toEqual([]))
})
