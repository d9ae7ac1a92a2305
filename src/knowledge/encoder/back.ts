import { scoresBy } from '../../search/encoder/encode.ts'
import type { Encoder, Head, Task } from '../../search/encoder/encoder.ts'

/** The right label of a task, how much it weighs, and the labels that compete with it; absent: all. */
export type Target = { task: Task; label: number; weight: number; among?: Uint8Array }

/** target += share × source, over `size` numbers. */
export function addTo(
  target: Float32Array,
  at: number,
  share: number,
  source: Float32Array,
  from: number,
  size: number,
): void {
  for (let one = 0; one < size; one++) (target[at + one] as number) += share * (source[from + one] as number)
}

/** Learns a head from what it sees of a text, and adds to `back` what that should have been. Gives the loss. */
export function learnHead(head: Head, gradient: Head, seen: Float32Array, target: Target, back: Float32Array): number {
  const { label, weight, among } = target
  const scores = scoresBy(head, seen)
  const count = scores.length
  let top = -Infinity
  for (let at = 0; at < count; at++)
    if ((!among || among[at]) && (scores[at] as number) > top) top = scores[at] as number
  let sum = 0
  for (let at = 0; at < count; at++)
    sum += scores[at] = among && !among[at] ? 0 : Math.exp((scores[at] as number) - top)
  const loss = -weight * Math.log((scores[label] as number) / sum + 1e-9)
  for (let at = 0; at < count; at++) scores[at] = weight * ((scores[at] as number) / sum - (at === label ? 1 : 0))
  addTo(gradient.bias, 0, 1, scores, 0, count)
  for (let at = 0; at < seen.length; at++) {
    const value = seen[at] as number
    const base = at * count
    let error = 0
    for (let one = 0; one < count; one++) {
      error += (scores[one] as number) * (head.weights[base + one] as number)
      ;(gradient.weights[base + one] as number) += value * (scores[one] as number)
    }
    ;(back[at] as number) += error
  }
  return loss
}

/** From what reaches the heads to what left the filters, in place. */
export function throughNorm(
  { gain }: Encoder,
  gradient: Encoder,
  normal: Float32Array,
  spread: number,
  back: Float32Array,
): void {
  let [mean, along] = [0, 0]
  for (let at = 0; at < back.length; at++) {
    const value = back[at] as number
    ;(gradient.gain[at] as number) += value * (normal[at] as number)
    ;(gradient.shift[at] as number) += value
    back[at] = value * (gain[at] as number)
    mean += (back[at] as number) / back.length
    along += ((back[at] as number) * (normal[at] as number)) / back.length
  }
  for (let at = 0; at < back.length; at++)
    back[at] = ((back[at] as number) - mean - (normal[at] as number) * along) / spread
}

/** From what left the filters to the words of the text. */
export function throughFilters(
  { width, filters, one, three }: Encoder,
  gradient: Encoder,
  laid: Float32Array,
  places: Int16Array,
  count: number,
  back: Float32Array,
): Float32Array {
  const out = new Float32Array(laid.length)
  const share = 1 / Math.sqrt(count || 1)
  for (let word = 1; word <= count; word++) addTo(out, word * width, share, back, 0, width)
  for (let filter = 0; filter < filters; filter++) {
    const alone = places[width + filter] as number
    if (alone >= 0) {
      const error = back[width + filter] as number
      ;(gradient.oneBias[filter] as number) += error
      addTo(gradient.one, filter * width, error, laid, (alone + 1) * width, width)
      addTo(out, (alone + 1) * width, error, one, filter * width, width)
    }
    const among = places[width + filters + filter] as number
    if (among >= 0) {
      const error = back[width + filters + filter] as number
      ;(gradient.threeBias[filter] as number) += error
      addTo(gradient.three, filter * 3 * width, error, laid, among * width, 3 * width)
      addTo(out, among * width, error, three, filter * 3 * width, 3 * width)
    }
  }
  return out
}

/** Each row of a word has its part in it. */
export function passToWord({ table, width }: Encoder, rows: Uint16Array, back: Float32Array, from: number): void {
  for (const row of rows) addTo(table as Float32Array, row * width, 1 / rows.length, back, from, width)
}
