import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Analysed,
  buckets,
  type Features,
  features as featuresOf,
  letterFeatures,
} from '../../../src/search/linear/features.ts'

const sorted = ({ keys, values }: Features): [number, number][] =>
  [...keys].map((key, at): [number, number] => [key, values[at] ?? 0]).sort(([a], [b]) => a - b)
/** Texts without stop words. */
const features = (found: Omit<Analysed, 'telling'>): Features =>
  featuresOf({ ...found, telling: found.words.map(() => true) })

const some = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 12 })

describe('features of a text', () => {
  it('are buckets, each once, of length one together', () => {
    fc.assert(
      fc.property(some, some, (words, terms) => {
        const { keys, values } = features({ words, terms })
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.every((key) => key < buckets)).toBe(true)
        const length = Math.hypot(...values)
        expect(keys.length === 0 ? length === 0 : Math.abs(length - 1) < 1e-5).toBe(true)
      }),
    )
  })

  it('do not depend on the text before', () => {
    fc.assert(
      fc.property(some, some, (words, others) => {
        const before = features({ words, terms: words })
        features({ words: others, terms: others })
        expect(features({ words, terms: words })).toEqual(before)
      }),
    )
  })

  it('are shared by a word and the same word with a slip, and not by another word', () => {
    const of = (word: string): Set<number> => new Set(features({ words: [word], terms: [] }).keys)
    const [right, slip, other] = [of('rijbewijs'), of('rijbewys'), of('huwelijk')]
    expect(right.intersection(slip).size).toBeGreaterThan(right.size / 3)
    expect(right.intersection(other).size).toBeLessThan(right.size / 10)
  })

  it('say in which order words stand', () => {
    const of = (...words: string[]): Features => features({ words, terms: [] })
    expect(sorted(of('geen', 'paspoort'))).not.toEqual(sorted(of('paspoort', 'geen')))
  })
})

describe('features of the letters', () => {
  it('keep accents apart: they tell one language from another', () => {
    expect(sorted(letterFeatures('numéro'))).not.toEqual(sorted(letterFeatures('numero')))
  })

  it('do not look behind a flood', () => {
    expect(letterFeatures(`${'ja '.repeat(40_000)} zeker`)).toEqual(letterFeatures('ja '.repeat(40_000)))
  })
})
