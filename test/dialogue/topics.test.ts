import { describe, expect, it } from 'vitest'
import { decide } from '../../src/dialogue/steps/decide.ts'
import { begin } from '../../src/dialogue/turn.ts'
import type { Decision } from '../../src/dialogue/turn-state.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const world = worldFixture()
const { concepts, referrals, cities } = world.catalogue
const [city] = Object.values(cities)
const topic = `topic:${Object.keys(concepts)[0]}`
const [referral = ''] = Object.keys(referrals)
const [page = '', other = ''] = Object.keys(city?.services ?? {})

/** What becomes of a message about a topic of which the city has no page, with what else it may be about. */
function decided(shares: Record<string, number>, confidence = 0.8): Decision | null {
  const candidates = Object.entries(shares).map(([target, share]) => ({ target, share, labels: [] }))
  const needs = [
    { text: 'x', candidates: [{ target: topic, share: 0.6, labels: [] }, ...candidates], confidence, known: 1 },
  ]
  return decide({ ...begin({ text: 'x', city: city?.id ?? null }, moment), city: city?.id ?? null, needs }, world)
    .decision
}

describe('a topic on which the city has no page', () => {
  it("is another body's when that may help", () =>
    expect(decided({ [referral]: 0.3 })).toEqual({ outcome: 'referred', targets: [referral] }))

  it('is that of the page that may help', () =>
    expect(decided({ [page]: 0.3 })).toEqual({ outcome: 'answered', targets: [page] }))

  it('is asked about when several things may help', () =>
    expect(decided({ [page]: 0.2, [other]: 0.18 })).toMatchObject({
      outcome: 'clarifying.service',
      targets: [page, other],
    }))

  it.each([
    ['nothing else is likely', { [page]: 0.1 }, 0.8],
    ['the page is far less likely than the topic', { [page]: 0.2 }, 0.8],
    ['the whole match is doubtful', { [page]: 0.3 }, 0.45],
    ['only a body of the city that nobody asks for is likely', { 'organisation:nowhere/nobody': 0.3 }, 0.8],
  ])('is not known when %s', (_, shares, confidence) =>
    expect(decided(shares as Record<string, number>, confidence)).toEqual({
      outcome: 'unanswerable.not-known',
      targets: [topic],
    }),
  )
})
