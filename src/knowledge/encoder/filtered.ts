import { type Encoder, encodedSize } from '../../search/encoder/encoder.ts'
import { dot } from '../../search/encoder/sums.ts'

/**
 * The words of a text added up, and the most that each filter finds in it, never below 0. Where it finds that is written
 * to `places`: the word, or -1.
 */
export function filtered(encoder: Encoder, laid: Float32Array, count: number, places?: Int16Array): Float32Array {
  const { width, filters, one, oneBias, three, threeBias } = encoder
  const out = new Float32Array(encodedSize(encoder))
  const share = 1 / Math.sqrt(count || 1)
  for (let at = 0; at < count * width; at++) (out[at % width] as number) += share * (laid[width + at] as number)
  for (let filter = 0; filter < filters; filter++) {
    for (let word = 0; word < count; word++) {
      const alone = (oneBias[filter] as number) + dot(one, filter * width, laid, (word + 1) * width, width)
      keep(out, width + filter, alone, word, places)
      const among = (threeBias[filter] as number) + dot(three, filter * 3 * width, laid, word * width, 3 * width)
      keep(out, width + filters + filter, among, word, places)
    }
  }
  return out
}

function keep(out: Float32Array, at: number, value: number, word: number, places: Int16Array | undefined): void {
  if (value <= (out[at] as number)) return
  out[at] = value
  if (places) places[at] = word
}
