import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weightSteps } from '../../../src/search/linear/entries.ts'
import { buckets, features } from '../../../src/search/linear/features.ts'
import { type LinearModel, modelOf, packModel, score, softmax, unpackModel } from '../../../src/search/linear/model.ts'

const labels = Array.from({ length: 600 }, (_, at) => `concept:${at}`)
const question = features({ words: ['ik', 'ben', 'verhuisd'], telling: [false, false, true], terms: ['verhuis'] })

/** A row of labels, rising, each with a step. */
const row = (most: number) =>
  fc.uniqueArray(fc.nat({ max: labels.length - 1 }), { maxLength: most }).chain((found) =>
    fc
      .array(fc.integer({ min: -weightSteps, max: weightSteps }), {
        minLength: found.length,
        maxLength: found.length,
      })
      .map((steps) => found.sort((a, b) => a - b).map((label, at): [number, number] => [label, steps[at] ?? 0])),
  )

type Row = [label: number, step: number][]

/** A model that knows something of the question's features, and of a few others. */
function modelWith(rows: Row[]): LinearModel {
  const all: Row[] = Array.from({ length: buckets }, () => [])
  rows.forEach((found, at) => {
    all[question.keys[at] ?? buckets - 1 - at] = found
  })
  return modelOf(labels, new Float32Array(labels.length).fill(0.25), 3, all)
}

describe('a linear model', () => {
  it('adds up bias and weights of the features that a text has', () => {
    fc.assert(
      fc.property(fc.array(row(8), { maxLength: question.keys.length }), (rows) => {
        const expected = new Float32Array(labels.length).fill(0.25)
        rows.forEach((found, at) => {
          for (const [label, step] of found)
            expected[label] = (expected[label] ?? 0) + ((question.values[at] ?? 0) * 3 * step) / weightSteps
        })
        const scores = score(modelWith(rows), question)
        expect([...scores].every((value, at) => Math.abs(value - (expected[at] ?? 0)) < 1e-4)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  it('scores the same to the last bit once it is in use', () => {
    fc.assert(
      fc.property(fc.array(row(400), { minLength: 3, maxLength: 9 }), (rows) => {
        const model = modelWith(rows)
        const first = score(model, question)
        const later = Array.from({ length: 40 }, () => score(model, question))
        expect(later.every((scores) => scores.every((value, at) => value === first[at]))).toBe(true)
      }),
      { numRuns: 10 },
    )
  })

  it('scores the same after it was packed, also with rows longer than a byte can count', () => {
    fc.assert(
      fc.property(fc.array(row(400), { minLength: 3, maxLength: 9 }), (rows) => {
        const model = modelWith(rows)
        const unpacked = unpackModel(packModel(model))
        expect(unpacked.labels).toEqual(labels)
        expect(score(unpacked, question)).toEqual(score(model, question))
      }),
      { numRuns: 20 },
    )
  })

  it('refuses bytes that are no model', () => {
    expect(() => unpackModel(new Uint8Array(64))).toThrow(/npm run compile/)
  })
})

describe('shares', () => {
  it('add up to one and keep the order', () => {
    const shares = softmax(Float32Array.of(1, 3, 2, -40))
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1)
    expect([...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))).toEqual([1, 2, 0, 3])
  })

  it('survive scores that no number can be raised to', () => expect([...softmax([1000, 0])]).toEqual([1, 0]))
})
