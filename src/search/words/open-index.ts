import MiniSearch from 'minisearch'
import { once } from '../../core/once.ts'
import { type Entry, indexOptions } from '../index-options.ts'
import { type PackedIndex, unpackIndex } from './columns.ts'
import { blockSize } from './terms.ts'

/** Field → entry → how often: what MiniSearch keeps for a term. */
type Postings = Map<number, Map<number, number>>

/** What MiniSearch reads of its dictionary during a search (its `SearchableMap`). */
type Dictionary = {
  get: (term: string) => Postings | undefined
  fuzzyGet: () => never
  atPrefix: () => never
}

export type WordIndex = {
  engine: MiniSearch<Entry>
  /** Number of entries in which a term stands, in the field where these are most. */
  entriesOf: (term: string) => number
  /** All of them, in the order of their code units. */
  terms: () => string[]
  /** How often each of them stands in all entries together. */
  times: () => Uint32Array
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
  const terms = once(packed.terms.all)
  // The one private name of MiniSearch that we touch. Its version is pinned, and a test holds both to the same results.
  Reflect.set(engine, '_index', dictionary(packed, read))
  return {
    engine,
    entriesOf: (term) => mostEntries(read(packed.terms.find(term))),
    terms,
    times: once(() => timesOfAll(packed, terms().length)),
  }
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

/** Where the postings of a term begin. */
function beginOf({ fields, begins, sizes }: PackedIndex, term: number): number {
  const block = Math.floor(term / blockSize)
  let at = begins[block] as number
  for (let column = block * blockSize * fields; column < term * fields; column++) at += sizes(column)
  return at
}

function postingsOf(packed: PackedIndex, term: number): Postings {
  const { fields, sizes, gaps, further } = packed
  let at = beginOf(packed, term)
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

/** How often each term stands in all fields of all entries together: mending weighs hundreds that nobody searches. */
function timesOfAll({ fields, sizes, further }: PackedIndex, count: number): Uint32Array {
  const times = new Uint32Array(count)
  let at = 0
  for (let column = 0; column < count * fields; column++) {
    const end = at + sizes(column)
    const term = Math.floor(column / fields)
    for (; at < end; at++) (times[term] as number) += further(at) + 1
  }
  return times
}

function mostEntries(postings: Postings | undefined): number {
  let most = 0
  for (const { size } of postings?.values() ?? []) most = Math.max(most, size)
  return most
}

function dictionary({ terms }: PackedIndex, read: (at: number) => Postings | undefined): Dictionary {
  const never = (how: string) => (): never => {
    throw new Error(`this index is not searched by ${how}`)
  }
  return { get: (term) => read(terms.find(term)), fuzzyGet: never('likeness'), atPrefix: never('prefix') }
}
