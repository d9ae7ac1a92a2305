import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likenessOf } from '../../../src/search/mending/likeness.ts'

/** Levenshtein as it is defined, without any thought for speed. */
function slips(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [x, y] = [a.slice(1), b.slice(1)]
  return Math.min(slips(x, y) + (a[0] === b[0] ? 0 : 1), slips(x, b) + 1, slips(a, y) + 1)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'à', 'A', 'ж'), maxLength: 6 })
const near = (terms: string[], typed: string, most: number) =>
  likenessOf(terms)(typed, most)
    .map(([at, count]) => `${terms[at]} ${count}`)
    .sort()

describe('terms that resemble a word', () => {
  it('are those within so many slips, and no other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 30 }),
        word,
        fc.integer({ min: 0, max: 2 }),
        (terms, typed, most) => {
          const expected = terms
            .map((term) => ({ term, count: slips(typed, term) }))
            .filter(({ count }) => count <= most)
          expect(near(terms, typed, most)).toEqual(expected.map(({ term, count }) => `${term} ${count}`).sort())
        },
      ),
    )
  })

  it('are found for words as people write them', () => {
    const terms = ['identiteitskaart', 'rijbewijs', 'rijbewijzen', 'paspoort']
    expect(near(terms, 'identietskaart', 2)).toEqual(['identiteitskaart 2'])
    expect(near(terms, 'rijbewys', 2)).toEqual(['rijbewijs 2'])
    expect(near(terms, 'pasport', 1)).toEqual(['paspoort 1'])
  })

  it('are none for what is longer than any word', () => {
    const long = 'a'.repeat(80)
    expect(near([long, 'a'.repeat(64)], long, 2)).toEqual([])
    expect(near([long, 'a'.repeat(64)], 'a'.repeat(65), 2)).toEqual([`${'a'.repeat(64)} 1`])
  })
})
