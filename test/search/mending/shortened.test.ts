import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consonantsOf, shortenedFrom } from '../../../src/search/mending/shortened.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'e', 'b', 'c', 'd'), minLength: 1, maxLength: 7 })
const found = (terms: string[], short: string) =>
  shortenedFrom(terms)(short)
    .map(([at, leftOut]) => `${terms[at]} ${leftOut}`)
    .sort()

describe('terms that a word may be short for', () => {
  it('are those of which it holds the first consonants, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 20 }), word, (terms, short) => {
        const sought = consonantsOf(short)
        const expected = terms
          .filter((term) => term.length >= 4 && consonantsOf(term).startsWith(sought))
          .map((term) => `${term} ${consonantsOf(term).length - sought.length}`)
        expect(found(terms, short)).toEqual(expected.sort())
      }),
    )
  })

  it('are found for words as people in a hurry write them', () => {
    const terms = ['begrafenis', 'begroting', 'handtekening', 'paspoort']
    expect(found(terms, 'begrfnis')).toEqual(['begrafenis 0'])
    expect(found(terms, 'hndtk')).toEqual(['handtekening 2'])
    expect(found(terms, 'begr')).toEqual(['begrafenis 3', 'begroting 3'])
  })

  it('are words alone: no number, no synonym, no three letters', () => {
    expect(found(['19bis', '=kaart', 'bus'], 'b')).toEqual([])
  })
})
