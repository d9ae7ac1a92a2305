import { expect, it } from 'vitest'
import { composeReply } from '../../src/dialogue/steps/compose-reply.ts'
import { decide, thresholds } from '../../src/dialogue/steps/decide.ts'
import { begin } from '../../src/dialogue/turn.ts'
import type { Turn } from '../../src/dialogue/turn-state.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const world = worldFixture()
const [city] = Object.keys(world.catalogue.cities)
const [event] = Object.keys(world.catalogue.lifeEvents)

it('a life event that is hardly likelier than a page of one city is no page: without a city that is asked', () => {
  const [page = ''] = Object.keys(Object.values(world.catalogue.cities)[0]?.services ?? {})
  const candidates = [`event:${event}`, page].map((target) => ({ target, share: 0.1, labels: [] }))
  const needs = [{ text: '', candidates, confidence: thresholds.ask, known: 1 }]
  const turn = decide({ ...begin({ text: 'x' }, moment), needs }, world)
  expect(composeReply(turn, world)).toMatchObject({ outcome: 'clarifying.city', answers: [] })
})

it('a life event that is the likeliest is announced, however little it stands out', () => {
  const needs = [
    {
      text: '',
      candidates: [{ target: `event:${event}`, share: 0.04, labels: [] }],
      confidence: thresholds.alone,
      known: 1,
    },
  ]
  const turn: Turn = { ...begin({ text: 'x', city: city ?? null }, moment), needs }
  expect(decide(turn, world).decision).toMatchObject({ outcome: 'answered.steps', subject: event })
})
