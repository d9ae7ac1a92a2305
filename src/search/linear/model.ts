import { packParts, unpackParts } from '../packed.ts'
import { packNumbers, unpackNumbers } from '../words/numbers.ts'
import { buckets, type Features } from './features.ts'
import { openedOf, scoreOpened } from './opened.ts'

/** Steps that a weight may take to either side of zero. */
export const weightSteps = 8

/** A linear classifier over hashed features, pruned and rounded: a row of labels with their weights per bucket. */
export type LinearModel = {
  labels: string[]
  bias: Float32Array
  /** The heaviest step stands for this. */
  scale: number
  /** Where every 64th row begins, and how long each is: summing a few lengths is quicker than loading all beginnings. */
  begins: Uint32Array
  lengths: Uint8Array | Uint16Array
  /** Labels of a row, rising, each as its distance to the one before it: the low bytes, and the high ones. */
  steps: { low: Uint8Array; high: Uint8Array }
  weights: Int8Array
}

/** Rows of which one beginning is kept. */
const rowsABlock = 64

/** Score of every label; higher is likelier. Only differences mean something. */
export function score(model: LinearModel, features: Features): Float32Array {
  const opened = openedOf(model)
  return opened ? scoreOpened(opened, features, model.bias.slice()) : scorePacked(model, features)
}

function scorePacked(model: LinearModel, { keys, values }: Features): Float32Array {
  const { lengths, weights, steps } = model
  const { low, high } = steps
  const scores = model.bias.slice()
  const unit = model.scale / weightSteps
  for (let k = 0; k < keys.length; k++) {
    const bucket = keys[k] as number
    if (lengths[bucket] === 0) continue
    const value = (values[k] as number) * unit
    let at = beginOf(model, bucket)
    const end = at + (lengths[bucket] as number)
    for (let label = 0; at < end; at++) {
      label += (low[at] as number) | ((high[at] as number) << 8)
      ;(scores[label] as number) += value * (weights[at] as number)
    }
  }
  return scores
}

function beginOf({ begins, lengths }: LinearModel, bucket: number): number {
  const block = Math.floor(bucket / rowsABlock)
  let begin = begins[block] as number
  for (let before = block * rowsABlock; before < bucket; before++) begin += lengths[before] as number
  return begin
}

/** A model of rows, one a bucket, each of labels with their steps; labels rising. */
export function modelOf(
  labels: string[],
  bias: Float32Array,
  scale: number,
  rows: [label: number, step: number][][],
): LinearModel {
  const lengths = Uint16Array.from(rows, ({ length }) => length)
  const steps = rows.flatMap((row) => row.map(([label], at) => label - (row[at - 1]?.[0] ?? 0)))
  return {
    labels,
    bias,
    scale,
    begins: beginsOf(lengths),
    lengths: lengths.every((length) => length < 256) ? Uint8Array.from(lengths) : lengths,
    steps: { low: Uint8Array.from(steps, (step) => step & 255), high: Uint8Array.from(steps, (step) => step >> 8) },
    weights: Int8Array.from(rows.flatMap((row) => row.map(([, step]) => step))),
  }
}

const blocks = buckets / rowsABlock

function beginsOf(lengths: Uint16Array): Uint32Array {
  const sizes = new Uint32Array(blocks)
  for (let bucket = 0; bucket < buckets; bucket++)
    (sizes[Math.floor(bucket / rowsABlock)] as number) += lengths[bucket] as number
  return totalsBefore(sizes)
}

/** For each size the sum of those before it. */
function totalsBefore(sizes: Uint32Array): Uint32Array {
  let total = 0
  return sizes.map((size) => {
    total += size
    return total - size
  })
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

const magic = 0x4c4b5733

/** Bytes of a model; low and high bytes apart make a smaller zip. */
export function packModel({ labels, bias, scale, begins, lengths, steps, weights }: LinearModel): Uint8Array {
  const numbers = Float32Array.of(scale, ...bias)
  const names = new TextEncoder().encode(JSON.stringify(labels))
  const sizes = begins.map((begin, at) => (begins[at + 1] ?? weights.length) - begin)
  return packParts(magic, [names, numbers, packNumbers(sizes), lengths, steps.low, steps.high, weights])
}

/** @throws when the bytes are not a model of this version. */
export function unpackModel(bytes: Uint8Array): LinearModel {
  const next = unpackParts(magic, bytes)
  const labels = JSON.parse(new TextDecoder().decode(next())) as string[]
  const numbers = next()
  const floats = new Float32Array(numbers.buffer, numbers.byteOffset, numbers.length / 4)
  const begins = totalsBefore(unpackNumbers(next(), blocks))
  const lengths = next()
  return {
    labels,
    bias: floats.subarray(1),
    scale: floats[0] ?? 0,
    begins,
    lengths: lengths.length === buckets ? lengths : new Uint16Array(lengths.buffer, lengths.byteOffset, buckets),
    steps: { low: next(), high: next() },
    weights: asSigned(next()),
  }
}

const asSigned = ({ buffer, byteOffset, length }: Uint8Array): Int8Array => new Int8Array(buffer, byteOffset, length)
