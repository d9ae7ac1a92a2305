import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrationOf } from '../../../src/cli/relevance/calibration.ts'
import { bootstrap, wilson } from '../../../src/cli/relevance/intervals.ts'
import type { Line } from '../../../src/cli/relevance/lines.ts'
import { withTypingErrors } from '../../../src/cli/relevance/typing-errors.ts'

describe('a share has an interval', () => {
  it('that holds it, and is the same each time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 200 }), (values) => {
        const { mean, low, high } = bootstrap(values)
        expect(low).toBeLessThanOrEqual(mean)
        expect(high).toBeGreaterThanOrEqual(mean)
        expect(bootstrap(values)).toEqual({ mean, low, high })
      }),
      { numRuns: 30 },
    )
  })

  it('that is about as wide as theory says', () => {
    const { low, high } = bootstrap(Array.from({ length: 400 }, (_, at) => (at < 200 ? 1 : 0)))
    expect(high - low).toBeGreaterThan(0.085)
    expect(high - low).toBeLessThan(0.11)
  })

  it('after Wilson, as in his tables', () => {
    const { low, high } = wilson(196, 200)
    expect(low).toBeCloseTo(0.9498, 3)
    expect(high).toBeCloseTo(0.9922, 3)
    expect(wilson(0, 10).low).toBe(0)
    expect(wilson(0, 0).low).toBeNaN()
  })
})

const line = (confidence: number, first: boolean): Line => ({ confidence, verdict: { first } }) as Line

describe('calibration', () => {
  it('has no error when what is said comes true', () => {
    const lines = [0.25, 0.75].flatMap((said) => Array.from({ length: 100 }, (_, at) => line(said, at < said * 100)))
    const mixed = lines.toSorted((one, other) => one.confidence - other.confidence)
    expect(calibrationOf(mixed).bins).toHaveLength(10)
    const whole = calibrationOf(Array.from({ length: 40 }, (_, at) => line(0.5, at % 2 === 0)))
    expect(whole.error).toBeCloseTo(0, 5)
  })

  it('is off by as much as it boasts', () => {
    const { error, bins } = calibrationOf(Array.from({ length: 60 }, (_, at) => line(0.9, at % 2 === 0)))
    expect(error).toBeCloseTo(0.4, 5)
    expect(bins.map(({ n }) => n)).toEqual(Array.from({ length: 10 }, () => 6))
  })
})

describe('typing errors', () => {
  it('change a text at most twice, and always the same way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 2, maxLength: 8 }),
        fc.nat(),
        (words, seed) => {
          const text = words.join(' ')
          const typed = withTypingErrors(text, 2, seed)
          expect(withTypingErrors(text, 2, seed)).toBe(typed)
          const changed = typed.split(' ').filter((word, at) => word !== words[at])
          expect(typed.split(' ')).toHaveLength(words.length)
          expect(changed).toHaveLength(2)
          for (const [at, word] of typed.split(' ').entries())
            expect(Math.abs(word.length - (words[at]?.length ?? 0))).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('leave alone what has no letters', () => {
    expect(withTypingErrors('??? 112', 2, 1)).toBe('??? 112')
  })
})
