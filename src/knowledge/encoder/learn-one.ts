import { type Encoder, encodedSize, type Head } from '../../search/encoder/encoder.ts'
import type { Reading } from '../../search/encoder/reading.ts'
import { addClass, addWord, normalise } from '../../search/encoder/sums.ts'
import { rowsOfWord } from '../../search/encoder/word-features.ts'
import { addTo, learnHead, passToWord, type Target, throughFilters, throughNorm } from './back.ts'
import { filtered } from './filtered.ts'

/** Shares that are left out by chance while learning: of words, of classes, of numbers of a word and of a text. */
const leftOut = { word: 0.1, class: 0.1, number: 0.1 }

/** Adds to `gradient`, an encoder of the same shape, what the numbers of `encoder` have to change by. Gives the loss. */
export function learnOne(
  encoder: Encoder,
  gradient: Encoder,
  reading: Reading,
  targets: Target[],
  next: () => number,
): number {
  const { width } = encoder
  const count = reading.words.length
  const kept = chosen(encoder, reading, next)
  const laid = new Float32Array((count + 2) * width)
  for (const [at, { rows, classes }] of kept.entries()) {
    if (rows) addWord(encoder, rows, laid, (at + 1) * width)
    for (const row of classes) addClass(encoder, row, laid, (at + 1) * width)
  }
  const laidMask = drop(laid, next)
  const places = new Int16Array(encodedSize(encoder)).fill(-1)
  const encoded = filtered(encoder, laid, count, places)
  const spread = normalise(encoded)
  const seen = encoded.map((value, at) => value * (encoder.gain[at] as number) + (encoder.shift[at] as number))
  const seenMask = drop(seen, next)

  const back = new Float32Array(seen.length)
  let loss = 0
  for (const target of targets)
    loss += learnHead(
      encoder.heads.get(target.task) as Head,
      gradient.heads.get(target.task) as Head,
      seen,
      target,
      back,
    )
  times(back, seenMask)
  throughNorm(encoder, gradient, encoded, spread, back)
  const backLaid = throughFilters(encoder, gradient, laid, places, count, back)
  times(backLaid, laidMask)
  for (const [at, { rows, classes }] of kept.entries()) {
    if (rows) passToWord(gradient, rows, backLaid, (at + 1) * width)
    for (const row of classes) addTo(gradient.classVectors, row * width, 1, backLaid, (at + 1) * width, width)
  }
  return loss
}

type Kept = { rows: Uint16Array | null; classes: number[] }

const known = new Map<string, Uint16Array>()

/** What is left of each word. */
function chosen({ classes }: Encoder, reading: Reading, next: () => number): Kept[] {
  return reading.words.map((word, at) => {
    const rows = known.get(word) ?? rowsOfWord(word)
    known.set(word, rows)
    const left = next() < leftOut.class ? [] : (reading.classes[at] ?? []).map((name) => classes.get(name))
    return { rows: next() < leftOut.word ? null : rows, classes: left.filter((row) => row !== undefined) }
  })
}

/** Leaves out numbers by chance and lifts the others, in place; gives by what each was multiplied. */
function drop(numbers: Float32Array, next: () => number): Float32Array {
  const mask = new Float32Array(numbers.length)
  const lifted = 1 / (1 - leftOut.number)
  for (let at = 0; at < mask.length; at++) mask[at] = next() < leftOut.number ? 0 : lifted
  times(numbers, mask)
  return mask
}

function times(numbers: Float32Array, mask: Float32Array): void {
  for (let at = 0; at < numbers.length; at++) (numbers[at] as number) *= mask[at] as number
}
