import { packParts, unpackParts } from '../packed.ts'
import { packNumbers, unpackNumbers } from './numbers.ts'
import { packSlots, type Slots, unpackSlots } from './slots.ts'
import { blockSize, packTerms, type Terms, unpackTerms } from './terms.ts'

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

/** An index as it was packed: everything is read where it lies, when it is asked for. */
export type PackedIndex = {
  head: Omit<Serialised, 'index'>
  fields: number
  terms: Terms
  /** How many entries hold a term in a field; of each term one field after the other. */
  sizes: Slots
  /** Of all those in a row: the distance to the entry before in the same field, and how often above once. */
  gaps: Slots
  further: Slots
  /** Where the row of each block of terms begins. */
  begins: Uint32Array
}

const magic = 0x4c4b574a

/** Bytes of an index. Entries are written as the distance to the one before: smaller numbers, and a smaller zip. */
export function packIndex({ index, documentIds, fieldLength, ...head }: Serialised): Uint8Array {
  const fields = Object.keys(head.fieldIds).length
  const sorted = index.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const columns = sorted.flatMap(([, found]) => Array.from({ length: fields }, (_, field) => pairs(found[field])))
  const blocks = Array.from({ length: Math.ceil(sorted.length / blockSize) }, (_, at) =>
    columns.slice(at * blockSize * fields, (at + 1) * blockSize * fields),
  )
  const gaps = columns.flatMap((column) => column.map(([entry], at) => entry - (column[at - 1]?.[0] ?? 0)))
  const counts = columns.flatMap((column) => column.map(([, count]) => count - 1))
  return packParts(magic, [
    encode(JSON.stringify({ ...head, documentIds: Object.values(documentIds) })),
    packNumbers(Object.values(fieldLength).flat()),
    packTerms(sorted.map(([term]) => term)),
    packNumbers([blocks.length, ...blocks.map((block) => block.reduce((sum, { length }) => sum + length, 0))]),
    packSlots(
      columns.map(({ length }) => length),
      2,
    ),
    packSlots(gaps, 8),
    packSlots(counts, 2),
  ])
}

const pairs = (found: Record<string, number> = {}): [entry: number, count: number][] =>
  Object.entries(found)
    .map(([entry, count]): [number, number] => [Number(entry), count])
    .sort(([a], [b]) => a - b)

/** @throws when the bytes are not an index of this version. */
export function unpackIndex(bytes: Uint8Array): PackedIndex {
  const next = unpackParts(magic, bytes)
  const head = JSON.parse(decode(next())) as Omit<PackedIndex['head'], 'fieldLength'>
  const fields = Object.keys(head.fieldIds).length
  const lengths = unpackNumbers(next(), head.documentCount * fields)
  return {
    head: { ...head, fieldLength: inRows(lengths, fields) },
    fields,
    terms: unpackTerms(next()),
    begins: beginsFrom(next()),
    sizes: unpackSlots(next(), 2),
    gaps: unpackSlots(next(), 8),
    further: unpackSlots(next(), 2),
  }
}

/** Lengths of the fields of each entry. A list is read as the record that MiniSearch wants. */
function inRows(lengths: Uint32Array, fields: number): Serialised['fieldLength'] {
  const rows: number[][] = []
  for (let at = 0; at < lengths.length; at += fields) rows.push([...lengths.subarray(at, at + fields)])
  return rows as unknown as Serialised['fieldLength']
}

function beginsFrom(bytes: Uint8Array): Uint32Array {
  const [count = 0] = unpackNumbers(bytes, 1)
  const begins = unpackNumbers(bytes, 1 + count)
  let total = 0
  for (let at = 0; at <= count; at++) {
    const size = begins[at] as number
    begins[at] = total
    if (at > 0) total += size
  }
  return begins.subarray(1)
}

const encode = (value: string): Uint8Array => new TextEncoder().encode(value)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
