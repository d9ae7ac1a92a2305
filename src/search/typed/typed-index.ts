import { packParts, unpackParts } from '../packed.ts'
import { packNumbers, unpackNumbers } from '../words/numbers.ts'
import { packTerms, unpackTerms } from '../words/terms.ts'

/**
 * Whole words of every name and way of asking, with the labels they lead to: what the beginning of a word, or a word
 * with letters left out, is held against. Stems are of no use there.
 */
export type TypedIndex = {
  labels: string[]
  /** Folded, in the order of their code units. */
  words: string[]
  /** Postings of the word at a place: labels by position, and how much the word says of each. */
  postings: (at: number) => { labels: Uint32Array; weights: Uint32Array }
}

/** Word → position of a label → weight, a whole number from 1. */
export type TypedWords = Map<string, Map<number, number>>

const magic = 0x4c4b5431

/** Labels rise within a word and are written as the distance to the one before: smaller numbers, and a smaller zip. */
export function packTyped(labels: string[], found: TypedWords): Uint8Array {
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = sorted.map(([, of]) => [...of].sort(([a], [b]) => a - b))
  const gaps = rows.flatMap((row) => row.map(([label], at) => label - (row[at - 1]?.[0] ?? 0)))
  return packParts(magic, [
    encode(JSON.stringify(labels)),
    packTerms(sorted.map(([word]) => word)),
    packNumbers([sorted.length, gaps.length]),
    packNumbers(rows.map(({ length }) => length)),
    packNumbers(gaps),
    packNumbers(rows.flatMap((row) => row.map(([, weight]) => weight))),
  ])
}

/** @throws when the bytes are not an index of this version. */
export function unpackTyped(bytes: Uint8Array): TypedIndex {
  const next = unpackParts(magic, bytes)
  const labels = JSON.parse(decode(next())) as string[]
  const words = unpackTerms(next()).all()
  const [count = 0, total = 0] = unpackNumbers(next(), 2)
  const sizes = unpackNumbers(next(), count)
  const gaps = unpackNumbers(next(), total)
  const weights = unpackNumbers(next(), total)
  const begins = beginsOf(sizes)
  addUp(gaps, begins)
  return {
    labels,
    words,
    postings: (at) => {
      const [from, to] = [begins[at] as number, begins[at + 1] as number]
      return { labels: gaps.subarray(from, to), weights: weights.subarray(from, to) }
    },
  }
}

function beginsOf(sizes: Uint32Array): Uint32Array {
  const begins = new Uint32Array(sizes.length + 1)
  sizes.forEach((size, at) => {
    begins[at + 1] = (begins[at] as number) + size
  })
  return begins
}

/** Turns distances into positions, word by word, in place. */
function addUp(gaps: Uint32Array, begins: Uint32Array): void {
  for (let word = 1; word < begins.length; word += 1) {
    const end = begins[word] as number
    for (let at = (begins[word - 1] as number) + 1; at < end; at += 1)
      gaps[at] = (gaps[at] as number) + (gaps[at - 1] as number)
  }
}

const encode = (value: string): Uint8Array => new TextEncoder().encode(value)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
