import type { Encoder, Head, Task } from '../../search/encoder/encoder.ts'
import type { Kernels } from './kernels.ts'

/** The right label of a task, how much it weighs, and the labels that compete with it; absent: all. */
export type Target = { task: Task; label: number; weight: number; among?: Uint8Array }

/** Learns a head from what it sees of a text, and adds to `back` what that should have been. Gives the loss. */
export function learnHead(
  head: Head,
  gradient: Head,
  { seen, back, scores: all }: { seen: Float32Array; back: Float32Array; scores: Float32Array },
  { label, weight, among }: Target,
  kernels: Kernels,
): number {
  const scores = all.subarray(0, head.labels.length)
  scores.set(head.bias)
  kernels.columns(head.weights, seen, scores)
  const loss = -weight * Math.log(toShares(scores, among, label) + 1e-9)
  for (let at = 0; at < scores.length; at++) scores[at] = weight * ((scores[at] as number) - (at === label ? 1 : 0))
  kernels.add([gradient.bias, 0], 1, [scores, 0], scores.length)
  kernels.learn(head.weights, gradient.weights, seen, scores, back)
  return loss
}

/** Makes shares of the scores of what competes, in place; gives that of one label. */
function toShares(scores: Float32Array, among: Uint8Array | undefined, label: number): number {
  let [top, sum] = [-Infinity, 0]
  for (let at = 0; at < scores.length; at++)
    if ((!among || among[at]) && (scores[at] as number) > top) top = scores[at] as number
  for (let at = 0; at < scores.length; at++)
    sum += scores[at] = among && !among[at] ? 0 : Math.exp((scores[at] as number) - top)
  for (let at = 0; at < scores.length; at++) (scores[at] as number) /= sum
  return scores[label] as number
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

/** From what left the filters to the words of the text, in `out`. */
export function throughFilters(
  { width, filters, one, three }: Encoder,
  gradient: Encoder,
  { laid, places, back, out }: { laid: Float32Array; places: Int16Array; back: Float32Array; out: Float32Array },
  count: number,
  { add }: Kernels,
): void {
  out.fill(0, 0, (count + 2) * width)
  const share = 1 / Math.sqrt(count || 1)
  for (let word = 1; word <= count; word++) add([out, word * width], share, [back, 0], width)
  for (let filter = 0; filter < filters; filter++) {
    const alone = places[width + filter] as number
    if (alone >= 0) {
      const error = back[width + filter] as number
      ;(gradient.oneBias[filter] as number) += error
      add([gradient.one, filter * width], error, [laid, (alone + 1) * width], width)
      add([out, (alone + 1) * width], error, [one, filter * width], width)
    }
    const among = places[width + filters + filter] as number
    if (among >= 0) {
      const error = back[width + filters + filter] as number
      ;(gradient.threeBias[filter] as number) += error
      add([gradient.three, filter * 3 * width], error, [laid, among * width], 3 * width)
      add([out, among * width], error, [three, filter * 3 * width], 3 * width)
    }
  }
}
