import type { Features } from '../../search/linear/features.ts'
import { competing, type Step } from './step.ts'

/** Every weight there may be, a row of `bias.length` for each bucket: while it is not known yet which ones matter. */
export type Dense = { weights: Float32Array; bias: Float32Array }

/** One step down the slope; gives the share of the right label before it. The hot loop of the build: plain indices only. */
export function denseStep({ weights, bias }: Dense, { keys, values }: Features, step: Step): number {
  const { scores, shared, others, wrong } = step
  const count = bias.length
  for (let l = 0; l < shared; l++) scores[l] = bias[l] as number
  for (let o = 0; o < others.length; o++) scores[others[o] as number] = bias[others[o] as number] as number
  for (let k = 0; k < keys.length; k++) {
    const base = (keys[k] as number) * count
    const value = values[k] as number
    for (let l = 0; l < shared; l++) (scores[l] as number) += value * (weights[base + l] as number)
    for (let o = 0; o < others.length; o++)
      (scores[others[o] as number] as number) += value * (weights[base + (others[o] as number)] as number)
  }
  const { share, changed } = competing(bias, step)
  for (let k = 0; k < keys.length; k++) {
    const base = (keys[k] as number) * count
    const value = values[k] as number
    for (let w = 0; w < changed; w++)
      (weights[base + (wrong[w] as number)] as number) -= value * (scores[wrong[w] as number] as number)
  }
  return share
}
