import { describe, expect, it } from 'vitest'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

describe('a short message with a slip in most of its words', () => {
  it.each([
    ['een garf laetn verlengen', 'gent/grafconcessie'],
    ['klggen ovre een ambtenaar', 'gent/klacht'],
    ['register my newbon bany', 'gent/geboorteaangifte'],
  ])('is answered without a question: %s', (text, page) => {
    const { outcome, answers } = takeTurn({ text, city: 'gent' }, worldFixture(), moment)
    expect([outcome, answers.map(({ service }) => service)]).toEqual(['answered', [page]])
  })
})
