import { describe, expect, it } from 'vitest'
import { buildRoom } from '../../../src/knowledge/encoder/kernels.ts'
import { random } from '../../../src/knowledge/train/random.ts'

const { take, kernels } = await buildRoom(4000)
const next = random(5)

/** Numbers of a room, with one behind them that no sum may touch. */
function some(count: number): Float32Array {
  const taken = take(count + 1)
  for (let at = 0; at < count; at++) taken[at] = 2 * next() - 1
  taken[count] = untouched
  return taken.subarray(0, count)
}

const untouched = 77
const behind = (numbers: Float32Array): number =>
  new Float32Array(numbers.buffer, numbers.byteOffset, numbers.length + 1)[numbers.length] ?? 0

const close = (got: Float32Array, wanted: number[]): void => {
  expect([...got]).toHaveLength(wanted.length)
  for (const [at, one] of wanted.entries()) expect(got[at]).toBeCloseTo(one, 4)
  expect(behind(got)).toBe(untouched)
}

/** Row by row: `rows` rows of as many numbers as fit. */
const cell = (table: number[], rows: number, row: number, at: number): number =>
  table[row * (table.length / rows) + at] ?? 0
const sum = (count: number, of: (at: number) => number): number =>
  Array.from({ length: count }, (_, at) => of(at)).reduce((a, b) => a + b, 0)

describe('the sums of learning come to what plain loops do, in fours and beside them', () => {
  for (const size of [1, 2, 3, 4, 5, 8, 9])
    it(`over ${size} numbers`, () => {
      for (const rows of [1, 3, 4, 6]) {
        const [table, x, error] = [some(rows * size), some(size), some(size)]
        const [bias, out, back, slope] = [some(rows), some(rows), some(rows), some(rows * size)]
        const [plain, ofX, ofError, ofBias, ofBack, ofSlope] = [table, x, error, bias, back, slope].map((one) => [
          ...one,
        ]) as Lists
        kernels.rows(table, [x, 0], bias, out)
        close(
          out,
          ofBias.map((one, row) => one + sum(size, (at) => cell(plain, rows, row, at) * (ofX[at] ?? 0))),
        )
        const weighed = [...out]
        kernels.learn(table, slope, out, error, back)
        close(
          back,
          ofBack.map((one, row) => one + sum(size, (at) => cell(plain, rows, row, at) * (ofError[at] ?? 0))),
        )
        close(
          slope,
          ofSlope.map((one, at) => one + (weighed[Math.floor(at / size)] ?? 0) * (ofError[at % size] ?? 0)),
        )
        kernels.columns(table, out, x)
        close(
          x,
          ofX.map((one, at) => one + sum(rows, (row) => (weighed[row] ?? 0) * cell(plain, rows, row, at))),
        )
        expect(kernels.dot(error, error)).toBeCloseTo(
          sum(size, (at) => (ofError[at] ?? 0) ** 2),
          4,
        )
      }
    })

  it('and a step of Adam goes as its authors say, and clears the slopes', () => {
    const [numbers, slopes, means, squares] = [some(8), some(8), some(8), some(8).map(Math.abs)] as const
    const kept = take(8)
    kept.set(squares)
    const [n, g, m, s] = [numbers, slopes, means, kept].map((one) => [...one]) as [
      number[],
      number[],
      number[],
      number[],
    ]
    const how = { share: 0.5, pace: 0.01, decay: 0.9, slowDecay: 0.99, least: 1e-8 }
    kernels.adam(numbers, slopes, { means, squares: kept }, how)
    const mean = m.map((one, at) => 0.9 * one + 0.1 * 0.5 * (g[at] ?? 0))
    const square = s.map((one, at) => 0.99 * one + 0.01 * (0.5 * (g[at] ?? 0)) ** 2)
    close(means, mean)
    close(
      numbers,
      n.map((one, at) => one - (0.01 * (mean[at] ?? 0)) / (Math.sqrt(square[at] ?? 0) + 1e-8)),
    )
    for (const [at, one] of square.entries()) expect(kept[at]).toBeCloseTo(one, 4)
    close(slopes, Array(8).fill(0))
  })
})

type Lists = [number[], number[], number[], number[], number[], number[]]
