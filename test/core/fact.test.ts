import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStale, staleAfter } from '../../src/core/fact.ts'

describe('facts that age', () => {
  it.each([
    ['cost', '2025-12-01', null, '2026-12-01'],
    ['hours', '2026-06', null, '2026-12-01'],
    ['phone', '2024', null, '2026-01-01'],
    ['address', '2020-01-01', '2025-03-04', '2028-03-04'],
  ] as const)('a %s of %s, confirmed %s, is stale from %s', (kind, statedOn, checkedOn, limit) => {
    expect(staleAfter({ kind, statedOn, checkedOn })).toBe(limit)
  })

  it('a fact without any date is stale', () => {
    expect(isStale({ kind: 'url', statedOn: null, checkedOn: null }, '2026-11-21T10:00:00+01:00')).toBe(true)
  })

  it('once stale, a fact stays stale', () => {
    const month = fc
      .integer({ min: 0, max: 240 })
      .map((n) => `${2015 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01T00:00:00Z`)
    fc.assert(
      fc.property(month, month, (one, other) => {
        const [early, late] = [one, other].sort() as [string, string]
        const fact = { kind: 'cost' as const, statedOn: '2020-05', checkedOn: null }
        expect(isStale(fact, early) && !isStale(fact, late)).toBe(false)
      }),
    )
  })
})
