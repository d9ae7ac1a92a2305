import { describe, expect, it } from 'vitest'
import { learn } from '../../../src/cli/train/logistic.ts'

const samples = Array.from({ length: 40 }, (_, at) => ({ signs: { much: at / 40, noise: at % 2 }, right: at >= 20 }))

describe('weights', () => {
  it('speak for what goes with what is right, and are the same every time', () => {
    const { weights } = learn(samples)
    expect(weights.much).toBeGreaterThan(1)
    expect(Math.abs(weights.noise ?? 9)).toBeLessThan(1)
    expect(learn(samples)).toEqual(learn(samples))
  })

  it('are not learned from a sample that lacks a sign, or of which one is no number', () => {
    expect(() => learn([...samples, { signs: { much: 1 } as never, right: true }])).toThrow(/noise/)
    expect(() => learn([...samples, { signs: { much: Number.NaN, noise: 0 }, right: true }])).toThrow(/much/)
  })
})
