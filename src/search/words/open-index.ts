import MiniSearch from 'minisearch'
import { type Entry, indexOptions } from '../index-options.ts'
import { type PackedIndex, unpackIndex } from './columns.ts'
import { type Likeness, likenessOf } from './likeness.ts'
import { blockSize } from './terms.ts'

/** Field → entry → how often: what MiniSearch keeps for a term. */
type Postings = Map<number, Map<number, number>>

/** What MiniSearch reads of its dictionary during a search (its `SearchableMap`). */
type Dictionary = {
  get: (term: string) => Postings | undefined
  fuzzyGet: (term: string, most: number) => Map<string, [Postings, number]>
  atPrefix: () => never
}

export type WordIndex = {
  engine: MiniSearch<Entry>
  /** Number of entries in which a term stands, in the field where these are most. */
  entriesOf: (term: string) => number
}

/**
 * MiniSearch over an index of bytes. It searches and scores as over one that it loaded itself, but its dictionary reads
 * a term when a question first holds it: loading all of them takes longer than answering.
 * @throws when the bytes are not an index of this version.
 */
export function openIndex(bytes: Uint8Array): WordIndex {
  const packed = unpackIndex(bytes)
  const known = { ...packed.head, storedFields: {}, dirtCount: 0, index: [] }
  const engine = MiniSearch.loadJS(known as never, indexOptions)
  const read = reader(packed)
  // The one private name of MiniSearch that we touch. Its version is pinned, and a test holds both to the same results.
  Reflect.set(engine, '_index', dictionary(packed, read))
  return { engine, entriesOf: (term) => mostEntries(read(packed.terms.find(term))) }
}

/** Reads the postings of the term at a position, once. */
function reader(packed: PackedIndex): (at: number) => Postings | undefined {
  const terms = new Map<number, Postings>()
  return (at) => {
    const known = terms.get(at)
    if (known || at < 0) return known
    const found = postingsOf(packed, at)
    terms.set(at, found)
    return found
  }
}

function postingsOf({ fields, begins, sizes, gaps, further }: PackedIndex, term: number): Postings {
  const block = Math.floor(term / blockSize)
  let at = begins[block] as number
  for (let column = block * blockSize * fields; column < term * fields; column++) at += sizes(column)
  const found: Postings = new Map()
  for (let field = 0; field < fields; field++) {
    const end = at + sizes(term * fields + field)
    if (at === end) continue
    const inField = new Map<number, number>()
    for (let entry = 0; at < end; at++) {
      entry += gaps(at)
      inField.set(entry, further(at) + 1)
    }
    found.set(field, inField)
  }
  return found
}

function mostEntries(postings: Postings | undefined): number {
  let most = 0
  for (const { size } of postings?.values() ?? []) most = Math.max(most, size)
  return most
}

function dictionary({ terms }: PackedIndex, read: (at: number) => Postings | undefined): Dictionary {
  let all: string[] = []
  let likeness: Likeness | undefined
  return {
    get: (term) => read(terms.find(term)),
    fuzzyGet: (term, most) => {
      if (!likeness) {
        all = terms.all()
        likeness = likenessOf(all)
      }
      return new Map(likeness(term, most).map(([at, slips]) => [all[at] as string, [read(at) as Postings, slips]]))
    },
    atPrefix: () => {
      throw new Error('this index is not searched by prefix')
    },
  }
}
