import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choosePlace } from '../../src/dialogue/steps/choose-place.ts'
import { begin, takeTurn } from '../../src/dialogue/turn.ts'
import type { Turn } from '../../src/dialogue/turn-state.ts'
import { wordsOf } from '../../src/search/patterns.ts'
import { findPlaces } from '../../src/search/places.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const { places: gazetteer } = worldFixture().catalogue
const names = Object.keys(gazetteer.names)

/** Ids of the places that a text names, in order. */
const found = (text: string): string[] =>
  findPlaces(text, gazetteer).flatMap(({ places }) => places.map(({ id }) => id))
const chosen = (text: string, city: string | null = null): Turn =>
  choosePlace(begin({ text, city }, moment), worldFixture())

describe('a place is found as it is written', () => {
  it.each([
    ['9050 Ledeberg', 'ledeberg'],
    ['Gent-Ledeberg', 'ledeberg'],
    ['9050 gentbrugge', 'gentbrugge'],
    ['st-amandsberg', 'sint-amandsberg'],
    ['Gand', 'gent'],
    ['2018 Antwerpen', 'antwerpen-district'],
    ['in Louvain-la-Neuve', 'louvain-la-neuve'],
  ])('%s', (text, id) => expect(found(text)).toEqual([id]))

  it('a postcode of several villages names them all', () => {
    expect(found('ik woon in 9050')).toEqual(expect.arrayContaining(['gentbrugge', 'ledeberg']))
  })

  it.each(['postcode 2018', '2018 Antwerpen', 'ik woon in 9000'])('a number can be a postcode: %s', (text) =>
    expect(found(text)).toHaveLength(1),
  )

  it.each([
    'mijn rijbewijs is van 2018',
    'geboren in 2000',
    'van 2018 tot 2020',
    '3000 euro schuld',
    'een boete van € 9000',
  ])('or a year, or an amount: %s', (text) => expect(found(text)).toEqual([]))
})

describe('a name that is also an ordinary word', () => {
  const ordinary = gazetteer.ordinary.filter((name) => names.includes(name))

  it.each([
    'ham op mijn brood',
    'de as van mijn vader',
    'een fles spa',
    'een geel bonnetje',
    'het zit in een halle',
    'Mol in de tuin',
  ])('is no place in "%s"', (text) => expect(found(text)).toEqual([]))

  it('is never one in lower case', () => {
    expect(ordinary.length).toBeGreaterThan(50)
    expect(ordinary.filter((name) => found(`ik woon in ${name}`).length > 0)).toEqual([])
  })

  it('is one with a capital, after a word of place', () => {
    const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
    expect(ordinary.filter((name) => found(`ik woon in ${capital(name)}`).length === 0)).toEqual([])
  })
})

describe('the city of a question', () => {
  it.each([
    ['ik verhuis van Gent naar Jette', 'gent', 'jette'],
    ['ik verhuis van jette naar gent', 'jette', 'gent'],
    ['je déménage de Jette vers Gand', null, 'gent'],
    ['ik woon in Wilsele', 'gent', 'leuven'],
    ['ik verhuis van Gent', null, 'gent'],
    ['mijn rijbewijs is van 2018', 'gent', 'gent'],
    ['ik heb 3000 euro schuld', 'gent', 'gent'],
    ['ik woon in de straat', 'nergens', null],
  ])('%s, asked in %s, is about %s', (text, given, city) => expect(chosen(text, given).city).toBe(city))

  it('is asked for a name that several municipalities share', () => {
    expect(chosen('ik woon in Deurne')).toMatchObject({
      city: null,
      homonym: { name: 'Deurne', elsewhere: ['Diest', expect.any(String)] },
    })
    expect(chosen('ik woon in Deurne', 'antwerpen')).toMatchObject({
      city: 'antwerpen',
      homonym: null,
      district: { id: 'deurne' },
    })
    expect(chosen('ik woon in 2100 Deurne')).toMatchObject({ city: 'antwerpen', homonym: null })
  })

  it('and the question names the place', () => {
    const { outcome, reply } = takeTurn({ text: 'nieuwe identiteitskaart in Deurne' }, worldFixture(), moment)
    expect(outcome).toBe('clarifying.city')
    expect(reply.text).toContain('Deurne')
    expect(reply.choices.map(({ id }) => id)).toEqual(['antwerpen', 'other'])
  })
})

describe('a place is never guessed', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
  const change = fc.record({ at: fc.nat(30), letter, how: fc.constantFrom('swap', 'drop', 'add', 'replace') })
  type Change = { at: number; letter: string; how: string }

  /** A word with one letter other than it was. */
  function slip(word: string, { at, letter: other, how }: Change): string {
    const here = at % word.length
    if (how === 'drop') return word.slice(0, here) + word.slice(here + 1)
    if (how === 'add') return word.slice(0, here) + other + word.slice(here)
    if (how === 'replace') return word.slice(0, here) + other + word.slice(here + 1)
    return (
      word.slice(0, here) +
      word
        .slice(here, here + 2)
        .split('')
        .reverse()
        .join('') +
      word.slice(here + 2)
    )
  }

  it('from a word that is nearly its name', () => {
    const words = fc.constantFrom(...names.filter((name) => !name.includes(' ')))
    fc.assert(
      fc.property(words, fc.array(change, { minLength: 1, maxLength: 3 }), (name, changes) => {
        const written = changes.reduce((word, one) => (word ? slip(word, one) : word), name)
        fc.pre(!names.includes(written))
        expect(found(`ik woon in ${written}`)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('from a part of a longer name, unless that part is a name', () => {
    const words = fc.constantFrom(...names.filter((name) => name.includes(' ')))
    fc.assert(
      fc.property(words, fc.array(change, { minLength: 1, maxLength: 2 }), (name, changes) => {
        const written = changes.reduce(slip, name)
        const known = findPlaces(`ik woon in ${written}`, gazetteer).every(({ words }) =>
          names.includes(wordsOf(words)),
        )
        expect(known).toBe(true)
      }),
    )
  })
})
