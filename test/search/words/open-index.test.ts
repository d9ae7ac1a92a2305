import fc from 'fast-check'
import type MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { boosts, type Entry } from '../../../src/search/index-options.ts'
import { packIndex, type Serialised } from '../../../src/search/words/columns.ts'
import { openIndex } from '../../../src/search/words/open-index.ts'
import { entriesOf, filled } from '../../fixtures/entries.ts'

/** Few letters, so that words meet, resemble each other and begin alike. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', 'ж'), minLength: 1, maxLength: 7 })
const { words, entries } = entriesOf(word)

const packed = (index: MiniSearch<Entry>): Uint8Array => packIndex(index.toJSON() as unknown as Serialised)

/** Ids with their scores and the words that they matched; rounded, since sums may be taken in another order. */
const found = (index: MiniSearch<Entry>, question: string) =>
  index
    .search(question, { boost: boosts })
    .map(({ id, score, queryTerms }) => `${id} ${score.toFixed(9)} ${[...queryTerms].sort()}`)
    .sort()

describe('an index of bytes', () => {
  it('finds and scores as MiniSearch does over an index that it loaded itself', () => {
    fc.assert(
      fc.property(entries, words, (records, question) => {
        const plain = filled(records)
        expect(found(openIndex(packed(plain)).engine, question)).toEqual(found(plain, question))
      }),
    )
  })

  it('gives the same when it is asked again', () => {
    const { engine } = openIndex(packed(filled([{ name: 'ab', words: 'abc', phrasings: 'ab ab', description: '' }])))
    expect(found(engine, 'ab abc')).toEqual(found(engine, 'ab abc'))
  })

  it('holds more terms than one block', () => {
    const many = Array.from({ length: 500 }, (_, at) => `t${at}`)
    const { engine, entriesOf } = openIndex(
      packed(filled(many.map((name) => ({ name, words: '', phrasings: 'all', description: '' })))),
    )
    expect(many.map((term) => engine.search(term).map(({ id }) => id))).toEqual(many.map((_, at) => [`concept:${at}`]))
    expect(entriesOf('all')).toBe(500)
  })

  it('tells in how many entries a term stands, in the field where these are most', () => {
    const record = { name: '', words: '', phrasings: 'kaart', description: '' }
    const { entriesOf } = openIndex(packed(filled([record, { ...record, name: 'kaart' }])))
    expect(['kaart', 'kaar', 'kaarten', ''].map(entriesOf)).toEqual([2, 0, 0, 0])
  })

  it('tells how often a term stands in all of it, and which terms there are', () => {
    const record = { name: 'pas', words: '', phrasings: 'kaart kaart', description: '' }
    const { terms, times } = openIndex(packed(filled([record, { ...record, name: 'kaart' }])))
    expect(terms()).toEqual(['kaart', 'pas'])
    expect([...times()]).toEqual([5, 1])
  })

  it('refuses what is no index, and a search that it cannot do', () => {
    expect(() => openIndex(new Uint8Array(64))).toThrow(/npm run compile/)
    const { engine } = openIndex(packed(filled([{ name: 'ab', words: '', phrasings: '', description: '' }])))
    expect(() => engine.search('a', { prefix: true })).toThrow(/prefix/)
    expect(() => engine.search('a', { fuzzy: 1 })).toThrow(/likeness/)
  })
})
