import { describe, expect, it } from 'vitest'
import { filtered } from '../../../src/knowledge/encoder/filtered.ts'
import { buildRoom } from '../../../src/knowledge/encoder/kernels.ts'
import { lay } from '../../../src/knowledge/encoder/learn-one.ts'
import { begin, encoderOver, numbersOf, type Shape } from '../../../src/knowledge/encoder/parameters.ts'
import { round } from '../../../src/knowledge/encoder/rounding.ts'
import { random } from '../../../src/knowledge/train/random.ts'
import { encoding, scoresBy } from '../../../src/search/encoder/encode.ts'
import { type Encoder, encodedSize, type Head } from '../../../src/search/encoder/encoder.ts'
import {
  packEncoder,
  partsOf,
  type Rounding,
  roundingOf,
  stepsOf,
  unpackEncoder,
} from '../../../src/search/encoder/packed.ts'

import { normalise } from '../../../src/search/encoder/sums.ts'
import { rowsOfWord } from '../../../src/search/encoder/word-features.ts'

const shape: Shape = { width: 8, filters: 6, classes: ['person', 'harm'], labels: [['outside', ['ours', 'outside']]] }

function made(numbers: Float32Array = new Float32Array(numbersOf(shape))): Encoder {
  const encoder = encoderOver(shape, numbers)
  begin(encoder, random(4))
  return encoder
}

const reading = { words: ['mijn', 'man', 'slaat', 'mij'], classes: [[], ['person'], ['harm'], ['person']] }
const outside = (encoder: Encoder, words = reading): number[] => [
  ...scoresBy(encoder.heads.get('outside') as Head, encoding(encoder)(words)),
]

describe('an encoder in bytes', () => {
  it('says nearly the same as before it was rounded', () => {
    const [before, after] = [outside(made()), outside(unpackEncoder(packEncoder(made())))]
    for (const [at, score] of before.entries()) expect(after[at]).toBeCloseTo(score, 0)
  })

  it('loses nothing when it was rounded before, as it is while it is learned', async () => {
    const { take, kernels } = await buildRoom(2 * numbersOf(shape) + 8)
    const [exact, rounded] = [made(take(numbersOf(shape))), made(take(numbersOf(shape)))]
    const rounding = roundingOf(exact)
    round(exact, rounded, rounding, kernels)
    const kept = partsOf(rounded)
    for (const [part, numbers] of partsOf(exact).entries())
      for (const [at, one] of numbers.entries()) {
        const how = rounding[part] as Rounding
        expect(kept[part]?.[at]).toBeCloseTo(how.step * stepsOf(one, how), 5)
      }
    const read = outside(unpackEncoder(packEncoder(rounded, rounding)))
    for (const [at, score] of outside(rounded).entries()) expect(read[at]).toBeCloseTo(score, 5)
  })

  it('says the same when it is read and written again', () => {
    const once = unpackEncoder(packEncoder(made()))
    const twice = outside(unpackEncoder(packEncoder(once)))
    for (const [at, score] of outside(once).entries()) expect(twice[at]).toBeCloseTo(score, 3)
  })

  it('is refused when it is something else', () => {
    expect(() => unpackEncoder(new Uint8Array(64))).toThrow(/npm run compile/)
  })
})

describe('a text in numbers', () => {
  it('depends on the order of words', () => {
    const turned = { words: [...reading.words].reverse(), classes: [...reading.classes].reverse() }
    expect(outside(made(), turned)).not.toEqual(outside(made()))
  })

  it('stays near itself when a letter is wrong', () => {
    const distance = (a: Float32Array, b: Float32Array): number => Math.hypot(...a.map((one, at) => one - (b[at] ?? 0)))
    const of = (word: string): Float32Array => encoding(made())({ words: [word], classes: [[]] })
    expect(distance(of('verhuizen'), of('verhuizne'))).toBeLessThan(distance(of('verhuizen'), of('paspoort')))
  })

  it('comes to what learning saw, though each word is read once and remembered', async () => {
    const { take, kernels } = await buildRoom(2 * numbersOf(shape))
    const encoder = made(take(numbersOf(shape)))
    const laid = take((reading.words.length + 2) * encoder.width)
    const rowsOf = (names: string[]): number[] => names.map((name) => encoder.classes.get(name) ?? -1)
    const words = reading.words.map((word, at) => ({
      rows: rowsOfWord(word),
      classes: rowsOf(reading.classes[at] ?? []),
    }))
    lay(encoder, words, laid, kernels)
    const seen = take(encodedSize(shape))
    const work = { out: seen, places: new Int16Array(seen.length), found: take(shape.filters) }
    filtered(encoder, laid, reading.words.length, work, kernels)
    normalise(seen)
    const encode = encoding(encoder)
    for (const encoded of [encode(reading), encode(reading)])
      for (const [at, one] of encoded.entries()) expect(one).toBeCloseTo(seen[at] ?? 0, 4)
  })

  it('is finite for no words at all', () => {
    for (const score of outside(made(), { words: [], classes: [] })) expect(score).toBeTypeOf('number')
    expect(outside(made(), { words: [], classes: [] }).every(Number.isFinite)).toBe(true)
  })
})
