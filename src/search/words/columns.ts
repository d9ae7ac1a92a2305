import { packParts, unpackParts } from '../packed.ts'
import { packNumbers, unpackNumbers } from './numbers.ts'
import { blockSize, blocksOf, packTerms, type Terms, unpackTerms } from './terms.ts'

/** What MiniSearch writes of an index: `index` holds for each term, field → entry → how often. */
export type Serialised = {
  documentCount: number
  nextId: number
  /** Short id of an entry → its id. */
  documentIds: Record<string, string>
  fieldIds: Record<string, number>
  fieldLength: Record<string, number[]>
  averageFieldLength: number[]
  index: [term: string, fields: Record<string, Record<string, number>>][]
  serializationVersion: number
}

/** Where a block of terms stands: for each term and field how many entries, then those and how often, all in one row. */
export type Block = { sizes: Uint32Array; entries: Uint32Array; counts: Uint32Array }

/** An index as it was packed. Only blocks that are asked for are read: all of them takes longer than an answer. */
export type PackedIndex = {
  head: Omit<Serialised, 'index'>
  fields: number
  terms: Terms
  block: (at: number) => Block
}

const magic = 0x4c4b5749

/** Bytes of an index. Entries are written as the distance to the one before: smaller numbers, and a smaller zip. */
export function packIndex({ index, ...head }: Serialised): Uint8Array {
  const fields = Object.keys(head.fieldIds).length
  const sorted = index.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const blocks = blocksOf(sorted).map((block) => packBlock(block, fields))
  const streams = (['sizes', 'gaps', 'counts'] as const).map((name) => blocks.map((block) => block[name]))
  const lengths = streams.flatMap((stream) => stream.map(({ length }) => length))
  return packParts(magic, [
    encode(JSON.stringify(head)),
    encode(packTerms(sorted.map(([term]) => term))),
    packNumbers([sorted.length, ...lengths]),
    ...streams.map((stream) => Uint8Array.from(stream.flatMap((bytes) => [...bytes]))),
  ])
}

function packBlock(block: Serialised['index'], fields: number): Record<'sizes' | 'gaps' | 'counts', Uint8Array> {
  const columns = block.flatMap(([, found]) => Array.from({ length: fields }, (_, field) => pairs(found[field])))
  return {
    sizes: packNumbers(columns.map(({ length }) => length)),
    gaps: packNumbers(columns.flatMap((column) => column.map(([entry], at) => entry - (column[at - 1]?.[0] ?? 0)))),
    counts: packNumbers(columns.flatMap((column) => column.map(([, count]) => count))),
  }
}

const pairs = (found: Record<string, number> = {}): [entry: number, count: number][] =>
  Object.entries(found)
    .map(([entry, count]): [number, number] => [Number(entry), count])
    .sort(([a], [b]) => a - b)

/** @throws when the bytes are not an index of this version. */
export function unpackIndex(bytes: Uint8Array): PackedIndex {
  const next = unpackParts(magic, bytes)
  const head = JSON.parse(decode(next())) as PackedIndex['head']
  const fields = Object.keys(head.fieldIds).length
  const terms = unpackTerms(decode(next()))
  const numbers = next()
  const [total = 0] = unpackNumbers(numbers, 1)
  const count = Math.ceil(total / blockSize)
  const lengths = unpackNumbers(numbers, 1 + 3 * count).subarray(1)
  const [sizes, gaps, counts] = [0, 1, 2].map((stream) =>
    split(next(), lengths.subarray(stream * count, (stream + 1) * count)),
  ) as [Uint8Array[], Uint8Array[], Uint8Array[]]
  const block = (at: number): Block => {
    const found = unpackNumbers(sizes[at] as Uint8Array, fields * Math.min(blockSize, total - at * blockSize))
    const entries = found.reduce((sum, size) => sum + size, 0)
    return {
      sizes: found,
      entries: addGaps(unpackNumbers(gaps[at] as Uint8Array, entries), found),
      counts: unpackNumbers(counts[at] as Uint8Array, entries),
    }
  }
  return { head, fields, terms, block }
}

function split(bytes: Uint8Array, lengths: Uint32Array): Uint8Array[] {
  let at = 0
  return Array.from(lengths, (length) => {
    at += length
    return bytes.subarray(at - length, at)
  })
}

function addGaps(entries: Uint32Array, sizes: Uint32Array): Uint32Array {
  let end = 0
  for (const size of sizes) {
    const begin = end
    end += size
    for (let at = begin + 1; at < end; at++) (entries[at] as number) += entries[at - 1] as number
  }
  return entries
}

const encode = (value: string): Uint8Array => new TextEncoder().encode(value)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
