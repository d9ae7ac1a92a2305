import { distanceAt, weightAt, weightSteps } from './entries.ts'
import { buckets, type Features } from './features.ts'
import type { LinearModel } from './model.ts'
import { rowOf } from './rows.ts'

/** A model laid out for reading: where each row begins, and of each entry its label, above eight bits of weight. */
export type Opened = { unit: number; rows: Uint32Array; entries: Int32Array }

/** Scores before a model is laid out: that takes as long as a few answers, which a start does not have. */
const fewScores = 16
const uses = new WeakMap<LinearModel, { count: number; opened?: Opened }>()

/** A model that is in use, laid out; undefined for one that was hardly used yet. */
export function openedOf(model: LinearModel): Opened | undefined {
  const use = uses.get(model) ?? { count: 0 }
  if (use.count === 0) uses.set(model, use)
  use.count++
  if (use.count > fewScores) use.opened ??= open(model)
  return use.opened
}

function open({ scale, rows: packed, entries: packedEntries }: LinearModel): Opened {
  const rows = new Uint32Array(buckets + 1)
  const entries = new Int32Array(packedEntries.count)
  for (let bucket = 0, row = 0, at = 0; bucket < buckets; bucket++) {
    const isRow = rowOf(packed, bucket) >= 0
    const end = isRow ? at + (packed.lengths[row++] as number) : at
    for (let label = 0; at < end; at++) {
      label += distanceAt(packedEntries, at)
      entries[at] = (label << 8) | (weightAt(packedEntries, at) & 255)
    }
    rows[bucket + 1] = end
  }
  return { unit: scale / weightSteps, rows, entries }
}

/**
 * The same sums as over the packed model, from two places in memory for each feature instead of six: waiting for memory
 * is most of what scoring costs. Adds to `scores` and gives them back.
 */
export function scoreOpened({ unit, rows, entries }: Opened, { keys, values }: Features, scores: Float32Array) {
  for (let k = 0; k < keys.length; k++) {
    const bucket = keys[k] as number
    const end = rows[bucket + 1] as number
    const value = (values[k] as number) * unit
    for (let at = rows[bucket] as number; at < end; at++) {
      const entry = entries[at] as number
      ;(scores[entry >> 8] as number) += value * ((entry << 24) >> 24)
    }
  }
  return scores
}
