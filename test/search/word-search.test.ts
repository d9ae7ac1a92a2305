import fc from 'fast-check'
import type MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { boosts, type Entry } from '../../src/search/index-options.ts'
import type { LinearModel } from '../../src/search/linear/model.ts'
import type { Search } from '../../src/search/search-index.ts'
import { searchWords } from '../../src/search/word-search.ts'
import { packIndex, type Serialised } from '../../src/search/words/columns.ts'
import { openIndex } from '../../src/search/words/open-index.ts'
import { termHits } from '../../src/search/words/term-hits.ts'
import { entriesOf, filled } from '../fixtures/entries.ts'

/** Few letters, so that words meet. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 9 })
const { entries } = entriesOf(word)

/** What a search for words needs of a search. */
function searchOver(plain: MiniSearch<Entry>): Search {
  const labels = Array.from({ length: plain.documentCount }, (_, at) => `concept:${at}`)
  const { engine, entriesOf } = openIndex(packIndex(plain.toJSON() as unknown as Serialised))
  const hits = termHits(engine, labels, (term) => entriesOf(term) > 0)
  return { index: engine, known: entriesOf, hits, intent: { labels } as LinearModel } as Search
}

/** As MiniSearch answers the whole question at once. */
function asked(plain: MiniSearch<Entry>, { known, index }: Search, terms: string[]): number[] {
  const telling = terms.filter((term) => known(term) < index.documentCount / 4)
  const unique = [...new Set(telling.length > 0 ? telling : terms)]
  const found = new Map(plain.search(unique.join(' '), { boost: boosts }).map(({ id, score }) => [id, score]))
  return Array.from({ length: plain.documentCount }, (_, at) => found.get(`concept:${at}`) ?? 0)
}

describe('the words of a question', () => {
  it('find what MiniSearch finds for the question as a whole, however often they were looked up before', () => {
    fc.assert(
      fc.property(
        entries,
        fc.array(fc.array(word, { maxLength: 8 }), { minLength: 1, maxLength: 4 }),
        (records, all) => {
          const plain = filled(records)
          const search = searchOver(plain)
          for (const terms of all) {
            const expected = asked(plain, search, terms)
            searchWords(search, terms).scores.forEach((score, at) => {
              expect(score).toBeCloseTo(expected[at] as number, 9)
            })
          }
        },
      ),
    )
  })

  it('find nothing when the index is left out', () => {
    const search = { ...searchOver(filled([{ name: 'kaart', words: '', phrasings: '', description: '' }])) }
    expect([...searchWords(search, ['kaart']).scores].some((score) => score > 0)).toBe(true)
    expect([...searchWords({ ...search, without: new Set(['index'] as const) }, ['kaart']).scores]).toEqual([0])
  })
})
