import { describe, expect, it } from 'vitest'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const ask = (text: string) => takeTurn({ text, city: 'gent' }, worldFixture(), moment).answers[0]

/** What no page tells, and no kind of fact names: it is admitted, and who knows it is named. */
const details = [
  { text: 'Hoeveel gasten passen er in de trouwzaal van het stadhuis?', page: /huwelijk/ },
  { text: 'Vanaf welke leeftijd mag mijn dochter stemmen voor het burgerbudget?', page: /burgerbudget/ },
  { text: 'Hoeveel personen mogen er tegelijk in de leeszaal van het archief?', page: /archief/ },
]

describe('a question about a detail that we do not have', () => {
  it.each(details)('says so and who knows: $text', ({ text, page }) => {
    const answer = ask(text)
    expect(answer?.service).toMatch(page)
    expect(answer?.text).toContain('Dat weet ik niet precies. Vraag het aan Gentinfo.')
    expect(answer?.unknown).not.toEqual([])
  })

  it('is another than one about the service itself', () => {
    const answer = ask('Hoe kan ik stemmen voor het burgerbudget?')
    expect(answer?.unknown).toEqual([])
    expect(answer?.text).not.toContain('niet precies')
  })
})
