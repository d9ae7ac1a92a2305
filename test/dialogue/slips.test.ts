import { describe, expect, it } from 'vitest'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

describe('a short message with a slip in most of its words', () => {
  it.each([
    ['een garf laetn verlengen', 'gent/grafconcessie'],
    ['addres chnage onlnie', 'gent/adreswijziging'],
    ['rijbwijs verlengn', 'gent/rijbewijs'],
  ])('is answered without a question: %s', (text, page) => {
    const { outcome, answers } = takeTurn({ text, city: 'gent' }, worldFixture(), moment)
    expect([outcome, answers.map(({ service }) => service)]).toEqual(['answered', [page]])
  })

  // Answered until the encoder was learned anew (decision 0092).
  it.each([
    ['klggen ovre een ambtenaar', 'gent/klacht'],
    ['register my newbon bany', 'gent/geboorteaangifte'],
  ])('is asked back with its page first, when a word stays in doubt: %s', (text, page) => {
    const { outcome, reply } = takeTurn({ text, city: 'gent' }, worldFixture(), moment)
    expect([outcome, reply.choices[0]?.id]).toEqual(['clarifying.service', page])
  })
})
