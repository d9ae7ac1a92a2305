import { packParts, unpackParts } from '../packed.ts'
import type { Encoder, Head, Task } from './encoder.ts'

const magic = 0x4c4b5746

/** How a part is rounded: what a step stands for, and the most steps to a side. */
export type Rounding = { step: number; most: number }

/** Steps to a side, and of so many numbers the largest that is left to the last step. */
const rough = {
  table: { most: 3, beyond: 30 },
  weights: { most: 7, beyond: 300 },
  few: { most: 127, beyond: Infinity },
}
/** A part of fewer numbers is no weight to save. */
const fewNumbers = 6000

/** Everything that an encoder has learned, part by part, the table first. */
export const partsOf = ({ table, classVectors, one, oneBias, three, threeBias, gain, shift, heads }: Encoder) => [
  table,
  ...[classVectors, one, oneBias, three, threeBias, gain, shift],
  ...[...heads.values()].flatMap(({ weights, bias }) => [weights, bias]),
]

/** How each part of an encoder is best rounded. */
export const roundingOf = (encoder: Encoder): Rounding[] =>
  partsOf(encoder).map((part, at) => {
    const { most, beyond } = part.length < fewNumbers ? rough.few : at === 0 ? rough.table : rough.weights
    const sizes = Float32Array.from(part, Math.abs).sort()
    return { step: (sizes[sizes.length - 1 - Math.floor(sizes.length / beyond)] || 1e-6) / most, most }
  })

/** Steps that a number comes to. */
export const stepsOf = (one: number, { step, most }: Rounding): number =>
  Math.max(-most, Math.min(most, Math.round(one / step)))

type Description = { width: number; filters: number; classes: string[]; heads: [Task, string[]][] }

/** Bytes of an encoder: what it is made of, what a step of each part stands for, and the steps of each part. */
export function packEncoder(encoder: Encoder, rounding: Rounding[] = roundingOf(encoder)): Uint8Array {
  const { width, filters, classes, heads } = encoder
  const description: Description = {
    width,
    filters,
    classes: [...classes.keys()],
    heads: [...heads].map(([task, { labels }]) => [task, labels]),
  }
  return packParts(magic, [
    new TextEncoder().encode(JSON.stringify(description)),
    // The table of an encoder that was read holds steps already.
    Float32Array.from(rounding, ({ step }, at) => (at === 0 ? step * encoder.tableScale : step)),
    Uint8Array.from(rounding, ({ most }) => most),
    ...partsOf(encoder).map((part, at) => inPairs(part, rounding[at] as Rounding)),
  ])
}

/** Few steps are kept two in a byte, which is compressed to less than one in each. */
const pairsUpTo = 7

function inPairs(part: ArrayLike<number>, rounding: Rounding): Uint8Array {
  const { most } = rounding
  const steps = Uint8Array.from(part, (one) => stepsOf(one, rounding) + most)
  if (most > pairsUpTo) return steps
  const pairs = new Uint8Array((steps.length + 1) >> 1)
  for (let at = 0; at < steps.length; at += 2)
    pairs[at >> 1] = (steps[at] as number) * (2 * most + 1) + (steps[at + 1] ?? most)
  return pairs
}

function apart(bytes: Uint8Array, most: number): Int8Array {
  if (most > pairsUpTo) return Int8Array.from(bytes, (one) => one - most)
  const steps = new Int8Array(2 * bytes.length)
  const count = 2 * most + 1
  for (let at = 0; at < bytes.length; at++) {
    const pair = bytes[at] as number
    const first = Math.floor(pair / count)
    steps[2 * at] = first - most
    steps[2 * at + 1] = pair - first * count - most
  }
  return steps
}

/** A loop, for a start waits for it. */
function times(steps: Int8Array, step: number): Float32Array {
  const numbers = new Float32Array(steps.length)
  for (let at = 0; at < steps.length; at++) numbers[at] = (steps[at] as number) * step
  return numbers
}

/** @throws when the bytes are not an encoder of this version. */
export function unpackEncoder(file: Uint8Array): Encoder {
  const next = unpackParts(magic, file)
  const { width, filters, classes, heads } = JSON.parse(new TextDecoder().decode(next())) as Description
  const scales = next()
  const steps = [...new Float32Array(scales.buffer, scales.byteOffset, scales.length / 4)]
  const most = [...next()]
  const signed = (): Int8Array => apart(next(), most.shift() ?? 0)
  const floats = (): Float32Array => {
    const step = steps.shift() ?? 0
    return times(signed(), step)
  }
  return {
    width,
    filters,
    classes: new Map(classes.map((name, row) => [name, row])),
    tableScale: steps.shift() ?? 0,
    table: signed(),
    classVectors: floats(),
    one: floats(),
    oneBias: floats(),
    three: floats(),
    threeBias: floats(),
    gain: floats(),
    shift: floats(),
    heads: new Map(heads.map(([task, labels]): [Task, Head] => [task, { labels, weights: floats(), bias: floats() }])),
  }
}
