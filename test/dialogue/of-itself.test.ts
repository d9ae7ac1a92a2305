import { describe, expect, it } from 'vitest'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const cities = Object.keys(worldFixture().catalogue.cities)

/** What many people ask first, and what no page is about: the city itself. */
const plain = [
  'Wat is jullie telefoonnummer?',
  'welk nummer moet ik bellen',
  'Waar is het stadhuis?',
  'waar zijn jullie',
  'zijn jullie open met kerst?',
  'Zijn jullie zaterdag open?',
  'Quel est votre numéro de téléphone ?',
  'Où est la maison communale ?',
  'What is your phone number?',
  'Where is the town hall?',
  'Are you open on Christmas day?',
]

describe.each(cities)('a question about the city itself, in %s', (city) => {
  it.each(plain)('is answered by its general page: %s', (text) => {
    const { outcome, answers } = takeTurn({ text, city }, worldFixture(), moment)
    expect({ outcome, page: answers[0]?.service }).toEqual({ outcome: 'answered', page: `${city}/algemene-informatie` })
  })

  it('is another than one about a thing, which the same words surround', () => {
    const { answers } = takeTurn({ text: 'Welk nummer moet ik bellen om te trouwen?', city }, worldFixture(), moment)
    expect(answers[0]?.service).toMatch(/huwelijk|trouwen/)
  })
})

it('a greeting is greeted back', () => {
  for (const text of ['hallo', 'bonjour', 'hello', 'goeiemorgen'])
    expect(takeTurn({ text, city: 'gent' }, worldFixture(), moment).outcome).toBe('answered.about')
})
