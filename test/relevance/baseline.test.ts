import { describe, expect, it } from 'vitest'
import { type Kept, losses, measuredNow, readBaseline } from '../../src/cli/relevance/baseline.ts'
import { worldFixture } from '../fixtures/world.ts'

const baseline = readBaseline('.')

describe('nothing that was reached is lost', () => {
  it('on any group of a hundred questions or more, by more than a point', { timeout: 120_000 }, () => {
    expect(baseline.length).toBeGreaterThan(10)
    const lost = losses(baseline, measuredNow('.', worldFixture()))
    expect(lost, 'mend it, or say why in the commit that runs `npm run relevance -- --baseline`').toEqual([])
  })

  it('and the guard notices: a fall, questions that went, and not the tenth of a point', () => {
    const [one] = baseline as [Kept]
    expect(losses([one], [one])).toEqual([])
    expect(losses([one], [{ ...one, percent: one.percent - 0.9 }])).toEqual([])
    expect(losses([one], [{ ...one, percent: one.percent - 1.1 }])).toHaveLength(1)
    expect(losses([one], [{ ...one, n: one.n - 1 }])).toHaveLength(1)
    expect(losses([one], [])).toHaveLength(1)
  })
})
