import { buckets, type Features } from '../../search/linear/features.ts'
import type { Dense } from './dense.ts'
import { competing, type Step } from './step.ts'

/** The weights that matter, a row of labels for each bucket; what is not in it stays zero. */
export type Sparse = {
  /** Where the row of each bucket begins; one more than there are buckets. */
  begins: Uint32Array
  /** Of each weight its label, rising within a row. */
  labels: Uint16Array
  weights: Float32Array
  bias: Float32Array
  /** Room: by what the weights of each label change, all zero between two steps. */
  change: Float32Array
}

/** As `denseStep`, a hundred times quicker: the weights that are gone stay gone. */
export function sparseStep(model: Sparse, { keys, values }: Features, step: Step): number {
  const { begins, labels, weights, bias, change } = model
  const { scores, wrong } = step
  scores.set(bias)
  for (let k = 0; k < keys.length; k++) {
    const value = values[k] as number
    const end = begins[(keys[k] as number) + 1] as number
    for (let at = begins[keys[k] as number] as number; at < end; at++)
      (scores[labels[at] as number] as number) += value * (weights[at] as number)
  }
  const { share, changed } = competing(bias, step)
  for (let w = 0; w < changed; w++) change[wrong[w] as number] = scores[wrong[w] as number] as number
  for (let k = 0; k < keys.length; k++) {
    const value = values[k] as number
    const end = begins[(keys[k] as number) + 1] as number
    for (let at = begins[keys[k] as number] as number; at < end; at++)
      (weights[at] as number) -= value * (change[labels[at] as number] as number)
  }
  for (let w = 0; w < changed; w++) change[wrong[w] as number] = 0
  return share
}

/** The `keep` heaviest weights. */
export function sparseOf({ weights, bias }: Dense, keep: number): Sparse {
  return gather(weights, heaviest(weights, keep), bias, (visit) => {
    const count = bias.length
    for (let bucket = 0; bucket < buckets; bucket++)
      for (let label = 0; label < count; label++) visit(bucket, label, bucket * count + label)
  })
}

/** The `keep` heaviest weights of those. */
export function fewer({ begins, labels, weights, bias }: Sparse, keep: number): Sparse {
  return gather(weights, heaviest(weights, keep), bias, (visit) => {
    for (let bucket = 0; bucket < buckets; bucket++)
      for (let at = begins[bucket] as number; at < (begins[bucket + 1] as number); at++)
        visit(bucket, labels[at] as number, at)
  })
}

type Visit = (bucket: number, label: number, at: number) => void

function gather(from: Float32Array, threshold: number, bias: Float32Array, walk: (visit: Visit) => void): Sparse {
  const stays = (weight: number): boolean => weight !== 0 && Math.abs(weight) >= threshold
  const size = from.reduce((sum, weight) => sum + (stays(weight) ? 1 : 0), 0)
  const begins = new Uint32Array(buckets + 1)
  const labels = new Uint16Array(size)
  const weights = new Float32Array(size)
  let held = 0
  walk((bucket, label, at) => {
    if (!stays(from[at] as number)) return
    labels[held] = label
    weights[held++] = from[at] as number
    begins[bucket + 1] = held
  })
  for (let bucket = 1; bucket <= buckets; bucket++)
    begins[bucket] = Math.max(begins[bucket] as number, begins[bucket - 1] as number)
  return { begins, labels, weights, bias, change: new Float32Array(bias.length) }
}

/** Weight below which a weight tells nothing. */
const negligible = 0.01

/** Sizes are told apart by the upper half of their bits, which sorts them; only those of one half are sorted further. */
const halves = 1 << 16
const halfOf = (bits: number): number => (bits & 0x7fffffff) >>> 15

/** Weight below which fewer than `keep` weights stay; 0 when there are no more than that. */
export function heaviest(weights: Float32Array, keep: number): number {
  const bits = new Uint32Array(weights.buffer, weights.byteOffset, weights.length)
  const counts = new Uint32Array(halves)
  for (let at = 0; at < bits.length; at++) (counts[halfOf(bits[at] as number)] as number)++
  let half = halves
  let above = 0
  while (half > 0 && above < keep) above += counts[--half] as number
  const among = weights.filter((_, at) => halfOf(bits[at] as number) === half).map(Math.abs)
  const found = among.sort()[above - keep] ?? 0
  return above < keep || found <= negligible ? 0 : found
}
