import type { Encoder } from './encoder.ts'

/** Sums that a text is encoded with; learning makes the first three in `knowledge/encoder/kernels.wat`. */

/** Adds the mean of a word's rows of the table to a row. */
export function addWord(
  { table, tableScale, width }: Encoder,
  rows: Uint16Array,
  laid: Float32Array,
  place: number,
): void {
  const share = tableScale / rows.length
  for (const row of rows)
    for (let at = 0; at < width; at++) (laid[place + at] as number) += share * (table[row * width + at] as number)
}

/** Adds what a class stands for to a row; a class that was not learned stands for nothing. */
export function addClass(
  { classVectors, width }: Encoder,
  row: number | undefined,
  laid: Float32Array,
  place: number,
): void {
  if (row === undefined) return
  for (let at = 0; at < width; at++) (laid[place + at] as number) += classVectors[row * width + at] as number
}

/** Four sums side by side: one waits for itself at every step. `size` is a multiple of four. */
export function dot(a: Float32Array, fromA: number, b: Float32Array, fromB: number, size: number): number {
  let [w, x, y, z] = [0, 0, 0, 0]
  for (let at = 0; at < size; at += 4) {
    w += (a[fromA + at] as number) * (b[fromB + at] as number)
    x += (a[fromA + at + 1] as number) * (b[fromB + at + 1] as number)
    y += (a[fromA + at + 2] as number) * (b[fromB + at + 2] as number)
    z += (a[fromA + at + 3] as number) * (b[fromB + at + 3] as number)
  }
  return w + x + y + z
}

/** Keeps numbers that are all alike from becoming large. */
const least = 1e-5

/** Brings numbers to mean 0 and variance 1, in place; gives what they were divided by. */
export function normalise(numbers: Float32Array): number {
  let mean = 0
  for (const number of numbers) mean += number / numbers.length
  let variance = 0
  for (const number of numbers) variance += (number - mean) ** 2 / numbers.length
  const spread = Math.sqrt(variance + least)
  for (let at = 0; at < numbers.length; at++) numbers[at] = ((numbers[at] as number) - mean) / spread
  return spread
}
