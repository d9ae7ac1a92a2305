import { distanceAt, weightAt } from '../../search/linear/entries.ts'
import { buckets } from '../../search/linear/features.ts'
import { type LinearModel, modelOf } from '../../search/linear/model.ts'
import { rowOf } from '../../search/linear/rows.ts'

/**
 * A model of two labels as one of the first of them, half the size: what speaks for one speaks as much against the other.
 * Its score is by how much `label` is ahead. @throws when the model has other labels.
 */
export function oneSided(model: LinearModel, label: string): LinearModel {
  const kept = model.labels.indexOf(label)
  if (kept < 0 || model.labels.length !== 2) throw new Error(`no model of ${label} and another label`)
  const bias = (model.bias[kept] ?? 0) - (model.bias[1 - kept] ?? 0)
  return modelOf([label], Float32Array.of(bias), model.scale * 2, rowsOf(model, kept))
}

function rowsOf({ rows, entries }: LinearModel, kept: number): [number, number][][] {
  let at = 0
  return Array.from({ length: buckets }, (_, bucket) => {
    const found: [number, number][] = []
    const row = rowOf(rows, bucket)
    const end = row < 0 ? at : at + (rows.lengths[row] as number)
    for (let label = 0; at < end; at++) {
      label += distanceAt(entries, at)
      if (label === kept) found.push([0, weightAt(entries, at)])
    }
    return found
  })
}
