import { ones } from '../bits.ts'
import { packParts, unpackParts } from '../packed.ts'
import { packNumbers, unpackNumbers } from '../words/numbers.ts'
import { buckets } from './features.ts'

/** Where the entries of each bucket stand. Half of the buckets of a model and more are empty: only rows are counted. */
export type Rows = {
  /** A bit a bucket: whether it has a row. */
  present: Uint32Array
  /** How long each row is. */
  lengths: Uint8Array | Uint16Array
  /** Of each block of buckets the rows before it, and the entries before it: a few are added up from there. */
  rows: Uint32Array
  entries: Uint32Array
}

/** Words of 32 buckets in a block. */
const wordsABlock = 4
const blocks = buckets / 32 / wordsABlock

/** The row of a bucket; -1 when it has none. */
export function rowOf({ present, rows }: Rows, bucket: number): number {
  const word = bucket >>> 5
  const bits = present[word] as number
  const bit = 1 << (bucket & 31)
  if ((bits & bit) === 0) return -1
  let row = (rows[(word / wordsABlock) | 0] as number) + ones(bits & (bit - 1))
  for (let before = word - (word % wordsABlock); before < word; before++) row += ones(present[before] as number)
  return row
}

/** Where the entries of a bucket's row begin. */
export function beginOf({ rows, entries, lengths }: Rows, bucket: number, row: number): number {
  const block = (bucket / (32 * wordsABlock)) | 0
  let begin = entries[block] as number
  for (let before = rows[block] as number; before < row; before++) begin += lengths[before] as number
  return begin
}

/** Rows of so many entries, one number a bucket. */
export function rowsOf(lengths: Uint16Array): Rows {
  const present = new Uint32Array(buckets / 32)
  const counted = { rows: new Uint32Array(blocks), entries: new Uint32Array(blocks) }
  lengths.forEach((length, bucket) => {
    if (length === 0) return
    const block = Math.floor(bucket / (32 * wordsABlock))
    ;(present[bucket >>> 5] as number) |= 1 << (bucket & 31)
    ;(counted.rows[block] as number) += 1
    ;(counted.entries[block] as number) += length
  })
  const long = lengths.filter((length) => length > 0)
  return {
    present,
    lengths: long.every((length) => length < 256) ? Uint8Array.from(long) : long,
    rows: totalsBefore(counted.rows),
    entries: totalsBefore(counted.entries),
  }
}

/** For each size the sum of those before it. */
function totalsBefore(sizes: Uint32Array): Uint32Array {
  let total = 0
  return sizes.map((size) => {
    total += size
    return total - size
  })
}

const magic = 0x4c4b5752

export function packRows({ present, lengths, rows, entries }: Rows, total: number): Uint8Array {
  const sizes = (before: Uint32Array, all: number): Uint32Array =>
    before.map((one, at) => (before[at + 1] ?? all) - one)
  return packParts(magic, [
    packNumbers(sizes(rows, lengths.length)),
    packNumbers(sizes(entries, total)),
    present,
    lengths,
  ])
}

/** @throws when the bytes are not rows of this version. */
export function unpackRows(bytes: Uint8Array): Rows {
  const next = unpackParts(magic, bytes)
  const counted = unpackNumbers(next(), blocks)
  const rows = totalsBefore(counted)
  const count = (rows[blocks - 1] as number) + (counted[blocks - 1] as number)
  const entries = totalsBefore(unpackNumbers(next(), blocks))
  const bits = next()
  const lengths = next()
  return {
    rows,
    entries,
    present: new Uint32Array(bits.buffer, bits.byteOffset, buckets / 32),
    lengths: lengths.length === count ? lengths : new Uint16Array(lengths.buffer, lengths.byteOffset, count),
  }
}
