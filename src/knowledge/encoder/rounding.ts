import type { Encoder } from '../../search/encoder/encoder.ts'
import { partsOf, type Rounding, stepsOf } from '../../search/encoder/packed.ts'

/** Writes to `target` the numbers of `source`, rounded as they will be kept. */
export function round(source: Encoder, target: Encoder, rounding: Rounding[]): void {
  const parts = partsOf(target)
  for (const [at, part] of partsOf(source).entries()) {
    const how = rounding[at] as Rounding
    const rounded = parts[at] as Float32Array
    for (let one = 0; one < part.length; one++) rounded[one] = how.step * stepsOf(part[one] as number, how)
  }
}
