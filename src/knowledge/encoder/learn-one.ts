import { type Encoder, encodedSize, type Head } from '../../search/encoder/encoder.ts'
import { mostWords, type Reading } from '../../search/encoder/reading.ts'
import { normalise } from '../../search/encoder/sums.ts'
import { rowsOfWord } from '../../search/encoder/word-features.ts'
import { learnHead, type Target, throughFilters, throughNorm } from './back.ts'
import { filtered } from './filtered.ts'
import type { Kernels, Room } from './kernels.ts'

/** Shares that are left out by chance while learning: of words, of classes, of numbers of a word and of a text. */
const leftOut = { word: 0.1, class: 0.1, number: 0.2 }

/** Learns from one text: adds to the gradient what the numbers of the encoder have to change by. Gives the loss. */
export type LearnOne = (reading: Reading, targets: Target[], next: () => number) => number

/** Numbers that a learner takes of a room beside those of encoder and gradient. */
export function numbersAtWork(encoder: { width: number; filters: number }, mostLabels: number): number {
  const arrays = 7
  return 2 * (mostWords + 2) * encoder.width + 3 * encodedSize(encoder) + encoder.filters + mostLabels + 4 * arrays
}

/** Makes what learns: `gradient` is an encoder of the same shape, and both lie in the room. */
export function learningOne(encoder: Encoder, gradient: Encoder, { take, kernels }: Room): LearnOne {
  const { width, filters } = encoder
  const size = encodedSize(encoder)
  const [laid, backLaid] = [take((mostWords + 2) * width), take((mostWords + 2) * width)]
  const [encoded, seen, back] = [take(size), take(size), take(size)]
  const [found, scores] = [take(filters), take(Math.max(...[...encoder.heads.values()].map(({ bias }) => bias.length)))]
  const places = new Int16Array(size)
  return (reading, targets, next) => {
    const count = reading.words.length
    const wide = (count + 2) * width
    const kept = chosen(encoder, reading, next)
    lay(encoder, kept, laid, kernels)
    const laidMask = drop(laid, wide, next)
    filtered(encoder, laid, count, { out: encoded, places, found }, kernels)
    const spread = normalise(encoded)
    for (let at = 0; at < size; at++)
      seen[at] = (encoded[at] as number) * (encoder.gain[at] as number) + (encoder.shift[at] as number)
    const seenMask = drop(seen, size, next)

    back.fill(0)
    let loss = 0
    for (const target of targets) {
      const [head, slope] = [encoder.heads.get(target.task) as Head, gradient.heads.get(target.task) as Head]
      loss += learnHead(head, slope, { seen, back, scores }, target, kernels)
    }
    times(back, seenMask)
    throughNorm(encoder, gradient, encoded, spread, back)
    throughFilters(encoder, gradient, { laid, places, back, out: backLaid }, count, kernels)
    times(backLaid, laidMask)
    for (const [at, { rows, classes }] of kept.entries()) {
      for (const row of rows)
        kernels.add([gradient.table as Float32Array, row * width], 1 / rows.length, [backLaid, (at + 1) * width], width)
      for (const row of classes)
        kernels.add([gradient.classVectors, row * width], 1, [backLaid, (at + 1) * width], width)
    }
    return loss
  }
}

/** A word as learning reads it: its rows of the table, and those of its classes. */
export type Kept = { rows: Uint16Array; classes: number[] }

/** Lays the numbers of words one behind the other, with an empty one before and behind them. */
export function lay(
  { table, classVectors, width }: Encoder,
  words: Kept[],
  laid: Float32Array,
  { add }: Kernels,
): void {
  laid.fill(0, 0, (words.length + 2) * width)
  for (const [at, { rows, classes }] of words.entries()) {
    for (const row of rows) add([laid, (at + 1) * width], 1 / rows.length, [table as Float32Array, row * width], width)
    for (const row of classes) add([laid, (at + 1) * width], 1, [classVectors, row * width], width)
  }
}

const known = new Map<string, Uint16Array>()
const nothing = new Uint16Array()

/** What is left of each word. */
function chosen({ classes }: Encoder, reading: Reading, next: () => number): Kept[] {
  return reading.words.map((word, at) => {
    const rows = known.get(word) ?? rowsOfWord(word)
    known.set(word, rows)
    const left = next() < leftOut.class ? [] : (reading.classes[at] ?? []).map((name) => classes.get(name))
    return { rows: next() < leftOut.word ? nothing : rows, classes: left.filter((row) => row !== undefined) }
  })
}

/** Leaves out some of the first numbers by chance and lifts the others, in place; gives by what each was multiplied. */
function drop(numbers: Float32Array, count: number, next: () => number): Float32Array {
  const mask = new Float32Array(count)
  const lifted = 1 / (1 - leftOut.number)
  for (let at = 0; at < count; at++) mask[at] = next() < leftOut.number ? 0 : lifted
  times(numbers, mask)
  return mask
}

function times(numbers: Float32Array, mask: Float32Array): void {
  for (let at = 0; at < mask.length; at++) (numbers[at] as number) *= mask[at] as number
}
