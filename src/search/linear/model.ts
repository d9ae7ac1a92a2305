import { buckets } from './features.ts'

/** Steps that a weight may take to either side of zero. */
export const weightSteps = 31

/** A linear classifier over hashed features, pruned and rounded to 8 bits: rows of (label, weight) per bucket. */
export type LinearModel = {
  labels: string[]
  bias: Float32Array
  /** Weight 31 stands for this. */
  scale: number
  offsets: Uint32Array
  label: Uint16Array
  weight: Int8Array
}

/** Score of every label; higher is likelier. Only differences mean something. */
export function score(model: LinearModel, found: Map<number, number>): Float32Array {
  const scores = Float32Array.from(model.bias)
  const unit = model.scale / weightSteps
  for (const [bucket, value] of found) {
    const end = model.offsets[bucket + 1] ?? 0
    for (let at = model.offsets[bucket] ?? 0; at < end; at++) {
      const label = model.label[at] ?? 0
      scores[label] = (scores[label] ?? 0) + value * unit * (model.weight[at] ?? 0)
    }
  }
  return scores
}

/** Turns scores into probabilities that add up to 1, in place of the labels given. */
export function softmax(scores: number[]): number[] {
  const top = Math.max(...scores)
  const raised = scores.map((value) => Math.exp(value - top))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((value) => value / sum)
}

const magic = 0x4c4b5731

/**
 * Bytes of a model: header, labels as JSON, then the arrays. Rows are stored by length, labels by their distance to the
 * one before, and weights in 63 steps: all of it for a smaller zip.
 */
export function packModel(model: LinearModel): Uint8Array {
  const labels = new TextEncoder().encode(JSON.stringify(model.labels))
  const wide = model.labels.length > 256
  const lengths = new Uint16Array(buckets)
  for (let bucket = 0; bucket < buckets; bucket++) {
    lengths[bucket] = (model.offsets[bucket + 1] ?? 0) - (model.offsets[bucket] ?? 0)
  }
  const steps = distances(model)
  const label = wide ? new Uint8Array(steps.buffer) : Uint8Array.from(steps)
  const header = new Uint32Array([magic, labels.length, model.labels.length, model.label.length, wide ? 2 : 1])
  const scale = new Float32Array([model.scale])
  return join([header, scale, labels, model.bias, lengths, label, model.weight])
}

/** Labels of a row, each as its distance to the one before it. */
function distances({ offsets, label }: LinearModel): Uint16Array {
  const steps = new Uint16Array(label.length)
  for (let bucket = 0; bucket < buckets; bucket++) {
    const begin = offsets[bucket] ?? 0
    for (let at = begin; at < (offsets[bucket + 1] ?? 0); at++)
      steps[at] = (label[at] ?? 0) - (at > begin ? (label[at - 1] ?? 0) : 0)
  }
  return steps
}

function join(parts: ArrayBufferView[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    out.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return out
}

/** @throws when the bytes are not a model of this version. */
export function unpackModel(bytes: Uint8Array): LinearModel {
  let at = 0
  const take = (length: number): ArrayBuffer => {
    const part = bytes.slice(at, at + length).buffer as ArrayBuffer
    at += length
    return part
  }
  const [found, labelBytes = 0, count = 0, entries = 0, width = 1] = new Uint32Array(take(20))
  if (found !== magic) throw new Error('not a compiled model of this version: run npm run compile')
  const [scale = 0] = new Float32Array(take(4))
  const labels = JSON.parse(new TextDecoder().decode(take(labelBytes))) as string[]
  const bias = new Float32Array(take(count * 4))
  const lengths = new Uint16Array(take(buckets * 2))
  const label = width === 2 ? new Uint16Array(take(entries * 2)) : Uint16Array.from(new Uint8Array(take(entries)))
  const weight = new Int8Array(take(entries))
  const offsets = new Uint32Array(buckets + 1)
  for (let bucket = 0; bucket < buckets; bucket++) {
    const begin = offsets[bucket] ?? 0
    const end = begin + (lengths[bucket] ?? 0)
    offsets[bucket + 1] = end
    for (let at = begin + 1; at < end; at++) label[at] = (label[at] ?? 0) + (label[at - 1] ?? 0)
  }
  return { labels, bias, scale, offsets, label, weight }
}
