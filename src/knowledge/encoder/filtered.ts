import { type Encoder, encodedSize } from '../../search/encoder/encoder.ts'
import type { Kernels } from './kernels.ts'

/**
 * The words of a text added up, and the most that each filter finds in it, never below 0, in `out`. Where it finds that is
 * written to `places`: the word, or -1. `found` has room for what all filters find in one word.
 */
export function filtered(
  encoder: Encoder,
  laid: Float32Array,
  count: number,
  { out, places, found }: { out: Float32Array; places: Int16Array; found: Float32Array },
  kernels: Kernels,
): void {
  const { width, filters, one, oneBias, three, threeBias } = encoder
  out.fill(0, 0, encodedSize(encoder))
  places.fill(-1)
  const share = 1 / Math.sqrt(count || 1)
  for (let word = 0; word < count; word++) {
    kernels.add([out, 0], share, [laid, (word + 1) * width], width)
    kernels.rows(one, [laid, (word + 1) * width], oneBias, found)
    raise(out, width, found, word, places)
    kernels.rows(three, [laid, word * width], threeBias, found)
    raise(out, width + filters, found, word, places)
  }
}

function raise(out: Float32Array, from: number, found: Float32Array, word: number, places: Int16Array): void {
  for (let filter = 0; filter < found.length; filter++) {
    const value = found[filter] as number
    if (value <= (out[from + filter] as number)) continue
    out[from + filter] = value
    places[from + filter] = word
  }
}
