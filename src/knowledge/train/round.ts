import { weightSteps } from '../../search/linear/entries.ts'
import { buckets } from '../../search/linear/features.ts'
import { type LinearModel, modelOf } from '../../search/linear/model.ts'
import { heaviest, type Sparse } from './sparse.ts'

/** Of so many weights the heaviest is left to the last step of the scale. */
const beyondScale = 500

/** The weights rounded to steps. Labels with many of them come first: their distances in a row are then small. */
export function rounded(labels: string[], { begins, labels: of, weights, bias }: Sparse): LinearModel {
  const scale =
    heaviest(weights, Math.ceil(weights.length / beyondScale)) ||
    Math.max(...weights.slice(0, 1000).map(Math.abs), 1e-6)
  const steps = Int8Array.from(weights, (weight) =>
    Math.max(-weightSteps, Math.min(weightSteps, Math.round((weight / scale) * weightSteps))),
  )
  const order = fullestFirst(of, steps, labels.length)
  const place = new Uint16Array(labels.length)
  order.forEach((label, at) => {
    place[label] = at
  })
  const rows = Array.from({ length: buckets }, (_, bucket) => {
    const row: [number, number][] = []
    for (let at = begins[bucket] as number; at < (begins[bucket + 1] as number); at++)
      if (steps[at] !== 0) row.push([place[of[at] as number] as number, steps[at] as number])
    return row.sort(([a], [b]) => a - b)
  })
  const names = order.map((label) => labels[label] as string)
  return modelOf(
    names,
    Float32Array.from(order, (label) => bias[label] as number),
    scale,
    rows,
  )
}

/** Labels, those with the most weights first. */
function fullestFirst(of: Uint16Array, steps: Int8Array, count: number): number[] {
  const held = new Uint32Array(count)
  for (let at = 0; at < steps.length; at++) if (steps[at] !== 0) (held[of[at] as number] as number)++
  return [...held.keys()].sort((a, b) => (held[b] as number) - (held[a] as number))
}
