import { oneByOne, packParts, partsOf } from '../packed.ts'
import { distanceAt, type Entries, entriesOf, weightAt, weightSteps } from './entries.ts'
import type { Features } from './features.ts'
import { openedOf, scoreOpened } from './opened.ts'
import { beginOf, packRows, type Rows, rowOf, rowsOf, unpackRows } from './rows.ts'

/** A linear classifier over hashed features, pruned and rounded: a row of labels with their weights per bucket. */
export type LinearModel = {
  labels: string[]
  bias: Float32Array
  /** The heaviest step stands for this. */
  scale: number
  rows: Rows
  /** Labels of a row rise. */
  entries: Entries
}

/** Score of every label; higher is likelier. Only differences mean something. */
export function score(model: LinearModel, features: Features): Float32Array {
  const opened = openedOf(model)
  return opened ? scoreOpened(opened, features, model.bias.slice()) : scorePacked(model, features)
}

function scorePacked({ rows, entries, bias, scale }: LinearModel, { keys, values }: Features): Float32Array {
  const scores = bias.slice()
  const unit = scale / weightSteps
  for (let k = 0; k < keys.length; k++) {
    const bucket = keys[k] as number
    const row = rowOf(rows, bucket)
    if (row < 0) continue
    const value = (values[k] as number) * unit
    let at = beginOf(rows, bucket, row)
    const end = at + (rows.lengths[row] as number)
    for (let label = 0; at < end; at++) {
      label += distanceAt(entries, at)
      ;(scores[label] as number) += value * weightAt(entries, at)
    }
  }
  return scores
}

/** A model of rows, one a bucket, each of labels with their steps; labels rising. */
export function modelOf(
  labels: string[],
  bias: Float32Array,
  scale: number,
  rows: [label: number, step: number][][],
): LinearModel {
  const heavy = rows.map((row) => row.filter(([, step]) => step !== 0))
  const distances = heavy.flatMap((row) => row.map(([label], at) => label - (row[at - 1]?.[0] ?? 0)))
  const weights = heavy.flatMap((row) => row.map(([, step]) => step))
  const lengths = Uint16Array.from(heavy, ({ length }) => length)
  return { labels, bias, scale, rows: rowsOf(lengths), entries: entriesOf(distances, weights) }
}

/** Turns scores into probabilities that add up to 1, in place of the labels given. */
export function softmax(scores: ArrayLike<number>): Float64Array {
  const shares = Float64Array.from(scores)
  let top = -Infinity
  for (const score of shares) if (score > top) top = score
  let sum = 0
  for (let at = 0; at < shares.length; at++) sum += shares[at] = Math.exp((shares[at] as number) - top)
  for (let at = 0; at < shares.length; at++) (shares[at] as number) /= sum
  return shares
}

const magic = 0x4c4b5734

/** Bytes of a model. */
export function packModel({ labels, bias, scale, rows, entries }: LinearModel): Uint8Array {
  const numbers = Float32Array.of(scale, ...bias)
  const names = new TextEncoder().encode(JSON.stringify(labels))
  const { count, bytes, far, farther } = entries
  return packParts(magic, [names, numbers, packRows(rows, count), bytes, far, ...farther])
}

/** @throws when the bytes are not a model of this version. */
export function unpackModel(file: Uint8Array): LinearModel {
  const parts = partsOf(magic, file)
  const next = oneByOne(parts)
  const labels = JSON.parse(new TextDecoder().decode(next())) as string[]
  const numbers = next()
  const floats = new Float32Array(numbers.buffer, numbers.byteOffset, numbers.length / 4)
  const rows = unpackRows(next())
  const bytes = next()
  const entries = { count: bytes.length, bytes, far: next(), farther: parts }
  return { labels, bias: floats.subarray(1), scale: floats[0] ?? 0, rows, entries }
}
