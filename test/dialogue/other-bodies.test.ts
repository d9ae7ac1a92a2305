import { describe, expect, it } from 'vitest'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const led = (text: string, city: string): [string, string | undefined] => {
  const { outcome, services } = takeTurn({ text, city }, worldFixture(), moment)
  return [outcome, services[0]?.id]
}

/** What any municipality is asked and another body does: by whom depends on the city (decision 0086). */
describe('what the city has no page on', () => {
  it('leads to the body that does it there', () => {
    for (const city of ['gent', 'leuven', 'jette', 'maldegem'])
      expect(led('Wanneer wordt het huisvuil opgehaald?', city)).toEqual(['referred', 'common/afvalintercommunale'])
  })

  it('names who answers for the city when we hold no number or link of that body', () => {
    const { outcome, answers } = takeTurn({ text: 'grofvuil laten ophalen', city: 'leuven' }, worldFixture(), moment)
    expect(outcome).toBe('referred')
    expect(answers[0]?.channels.map(({ label }) => label)).toContain('Leuven Info bellen')
  })

  it('stays with the first line of a city that no such body serves', () => {
    expect(led('Wanneer wordt het huisvuil opgehaald?', 'antwerpen')[0]).toBe('unanswerable.not-known')
  })
})

describe('the number and the hours of who answers for the city', () => {
  it('lead to the general page of the city', () => {
    const { answers } = takeTurn({ text: 'nummer gentinfo', city: 'gent' }, worldFixture(), moment)
    expect(answers[0]?.service).toBe('gent/algemene-informatie')
  })

  it('lead there with a part of a day too', () => {
    const { answers } = takeTurn({ text: 'gemeentehuis vrijdagnamiddag open?', city: 'jette' }, worldFixture(), moment)
    expect(answers[0]?.service).toBe('jette/algemene-informatie')
  })
})
