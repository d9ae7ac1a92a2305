import { packParts, unpackParts } from '../packed.ts'
import { packNumbers, unpackNumbers } from '../words/numbers.ts'
import { buckets, type Features } from './features.ts'

/** Steps that a weight may take to either side of zero. */
export const weightSteps = 15

/** A linear classifier over hashed features, pruned and rounded: a row of labels with their weights per bucket. */
export type LinearModel = {
  labels: string[]
  bias: Float32Array
  /** The heaviest step stands for this. */
  scale: number
  /** Where the row of a bucket begins, and one more. */
  offsets: Uint32Array
  /** Labels of a row, rising, each as its distance to the one before it, as they are stored: low bytes, then high ones. */
  steps: { low: Uint8Array; high: Uint8Array }
  weights: Int8Array
}

/** Score of every label; higher is likelier. Only differences mean something. */
export function score({ bias, scale, offsets, steps, weights }: LinearModel, { keys, values }: Features): Float32Array {
  const scores = bias.slice()
  const { low, high } = steps
  const unit = scale / weightSteps
  for (let k = 0; k < keys.length; k++) {
    const bucket = keys[k] as number
    const value = (values[k] as number) * unit
    const end = offsets[bucket + 1] as number
    let label = 0
    for (let at = offsets[bucket] as number; at < end; at++) {
      label += (low[at] as number) | ((high[at] as number) << 8)
      ;(scores[label] as number) += value * (weights[at] as number)
    }
  }
  return scores
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

const magic = 0x4c4b5732

/** Bytes of a model. Of the rows only the lengths are stored; low and high bytes apart make a smaller zip. */
export function packModel({ labels, bias, scale, offsets, steps, weights }: LinearModel): Uint8Array {
  const lengths = Array.from({ length: buckets }, (_, bucket) => (offsets[bucket + 1] ?? 0) - (offsets[bucket] ?? 0))
  return packParts(magic, [
    new TextEncoder().encode(JSON.stringify(labels)),
    Float32Array.of(scale, ...bias),
    packNumbers(lengths),
    steps.low,
    steps.high,
    weights,
  ])
}

/** @throws when the bytes are not a model of this version. */
export function unpackModel(bytes: Uint8Array): LinearModel {
  const [labels, numbers, lengths, low, high, weights] = unpackParts(magic, bytes)
  const [scale = 0, ...bias] = new Float32Array(numbers ?? new ArrayBuffer())
  const offsets = new Uint32Array(buckets + 1)
  offsets.set(unpackNumbers(new Uint8Array(lengths ?? new ArrayBuffer()), buckets), 1)
  for (let bucket = 1; bucket <= buckets; bucket++) (offsets[bucket] as number) += offsets[bucket - 1] as number
  return {
    labels: JSON.parse(new TextDecoder().decode(labels)) as string[],
    bias: Float32Array.from(bias),
    scale,
    offsets,
    steps: { low: new Uint8Array(low ?? new ArrayBuffer()), high: new Uint8Array(high ?? new ArrayBuffer()) },
    weights: new Int8Array(weights ?? new ArrayBuffer()),
  }
}
