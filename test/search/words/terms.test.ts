import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packTerms, unpackTerms } from '../../../src/search/words/terms.ts'

/** Folded words of no space, among them the long beginnings in common that a capital cannot count. */
const term = fc
  .tuple(fc.constantFrom('', 'a'.repeat(40), '=rij_bewijs'), fc.string({ minLength: 1, maxLength: 5 }))
  .map((parts) => parts.join('').toLowerCase().replace(/\s/g, '_'))
const sorted = (terms: string[]): string[] => terms.toSorted((a, b) => (a < b ? -1 : 1))

describe('sorted terms as text', () => {
  it('are all found where they stand, and nothing else is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(term, { minLength: 1, maxLength: 200 }), term, (found, other) => {
        const terms = sorted(found)
        const { find, all } = unpackTerms(packTerms(terms))
        expect(terms.map(find)).toEqual(terms.map((_, at) => at))
        expect(find(other)).toBe(terms.indexOf(other))
        expect(all()).toEqual(terms)
      }),
    )
  })

  it('are smaller than a list of them', () => {
    const terms = sorted(Array.from({ length: 200 }, (_, at) => `identiteitskaart${at}`))
    expect(packTerms(terms).length).toBeLessThan(terms.join(' ').length / 3)
  })
})

it('refuses a term that was not folded: a capital would be read as a number', () => {
  expect(() => packTerms(['Gent'])).toThrow(/folded/)
})
