import { type Encoder, encodedSize, type Head, type Task } from '../../search/encoder/encoder.ts'
import { tableRows } from '../../search/encoder/word-features.ts'

/** What an encoder is made of, apart from its numbers. */
export type Shape = { width: number; filters: number; classes: string[]; labels: [Task, string[]][] }

/** How many numbers an encoder of a shape has. */
export function numbersOf(shape: Shape): number {
  let count = 0
  over(shape, (size) => {
    count += size
    return new Float32Array()
  })
  return count
}

/** An encoder whose numbers are those of `numbers`, one part behind the other: it changes when they do. */
export function encoderOver(shape: Shape, numbers: Float32Array): Encoder {
  let at = 0
  return over(shape, (size) => {
    at += size
    return numbers.subarray(at - size, at)
  })
}

function over({ width, filters, classes, labels }: Shape, take: (size: number) => Float32Array): Encoder {
  const encoded = encodedSize({ width, filters })
  const parts = {
    table: take(tableRows * width),
    classVectors: take(classes.length * width),
    one: take(filters * width),
    oneBias: take(filters),
    three: take(filters * 3 * width),
    threeBias: take(filters),
    gain: take(encoded),
    shift: take(encoded),
  }
  const head = (names: string[]): Head => ({
    labels: names,
    weights: take(encoded * names.length),
    bias: take(names.length),
  })
  return {
    width,
    filters,
    tableScale: 1,
    classes: new Map(classes.map((name, at) => [name, at])),
    ...parts,
    heads: new Map(labels.map(([task, names]) => [task, head(names)])),
  }
}

/** How far the numbers of words and classes lie from 0 before anything is learned. */
const wide = 0.3

/** Fills an encoder with what it begins from. */
export function begin(encoder: Encoder, next: () => number): void {
  const { width, filters } = encoder
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const spread = (numbers: Encoder['table'], one: () => number): void => {
    for (let at = 0; at < numbers.length; at++) numbers[at] = one()
  }
  const around = (size: number) => (): number => (2 * next() - 1) / Math.sqrt(size)
  spread(encoder.table, () => wide * normal())
  spread(encoder.classVectors, () => wide * normal())
  spread(encoder.one, around(width))
  spread(encoder.three, around(3 * width))
  encoder.gain.fill(1)
  for (const { weights } of encoder.heads.values()) spread(weights, around(encodedSize({ width, filters })))
}
