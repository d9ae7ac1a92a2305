import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mending } from '../../../src/search/mending/mending.ts'

const times: Record<string, number> = {
  '=kaart': 500,
  trouw: 60,
  verlies: 50,
  portefeuill: 8,
  rijbewijs: 90,
  begraf: 20,
  begrafenisondernem: 3,
  zeldzaam: 1,
  betrouw: 40,
}
/** Which are no terms here, but might be taken for some. */
const falseFriends = new Set(['vertrouw'])
const terms = Object.keys(times).sort()
const mend = mending({
  terms: () => terms,
  isKnown: (word) => word in times || falseFriends.has(word),
  times: () => Uint32Array.from(terms, (term) => times[term] ?? 0),
  forms: () => [
    ['verloren', 'verlies'],
    ['begrafenis', 'begraf'],
  ],
  stop: () => ['moet'],
  isPlace: (word) => word === 'rijbeke',
})
/** What a word that is its own stem stands for. */
const meant = (word: string) => mend(word, word)

describe('a word that the index does not know', () => {
  it.each([
    ['a letter too many', 'rijbewijjs', 'rijbewijs'],
    ['a letter too few', 'ribewijs', 'rijbewijs'],
    ['two letters that changed places', 'rijbewjis', 'rijbewijs'],
    ['two slips, when it is long', 'rijjbewiijs', 'rijbewijs'],
    ['a slip in a form that is written otherwise than its term', 'verlroen', 'verlies'],
    ['no vowels', 'begrfnis', 'begraf'],
    ['its beginning alone', 'portef', 'portefeuill'],
    ['a slip, though a false friend is as near', 'vetrouw', 'betrouw'],
  ])('with %s stands for the term: %s', (_, word, term) => {
    expect(meant(word)).toBe(term)
  })

  it.each([
    ['it resembles nothing', 'xylofoon'],
    ['it is short, and resembles too many others', 'tro'],
    ['it holds a number', 'rijb3wijs'],
    ['what it resembles hardly stands in the index, and may be a slip itself', 'zeldzaaam'],
    ['it is a slip away from a word that says nothing by itself', 'moett'],
    ['it is a false friend of a term', 'vertrouw'],
    ['it is the name of a place', 'rijbeke'],
    ['it resembles the name of a synonym, which nobody types', '=kaar'],
    ['it is longer than any word', 'rijbewijs'.repeat(400)],
  ])('is left as it is when %s: %s', (_, word) => {
    expect(meant(word)).toBeUndefined()
  })

  it('is left as it is when the index knows it, or its stem', () => {
    expect(meant('trouw')).toBeUndefined()
    expect(mend('trouwen', 'trouw')).toBeUndefined()
  })

  it('is never taken for what is no term, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        const term = meant(word.replaceAll(' ', ''))
        expect(term === undefined || term in times).toBe(true)
      }),
    )
  })
})
