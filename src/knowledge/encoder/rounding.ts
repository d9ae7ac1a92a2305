import type { Encoder } from '../../search/encoder/encoder.ts'
import { partsOf, type Rounding } from '../../search/encoder/packed.ts'
import type { Kernels } from './kernels.ts'

/** Writes to `target` the numbers of `source`, rounded as they will be kept. Both lie in one room. */
export function round(source: Encoder, target: Encoder, rounding: Rounding[], kernels: Kernels): void {
  const parts = partsOf(target) as Float32Array[]
  for (const [at, part] of (partsOf(source) as Float32Array[]).entries())
    kernels.round(part, parts[at] as Float32Array, rounding[at] as Rounding)
}
