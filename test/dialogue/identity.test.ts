import { expect, it } from 'vitest'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

/** Who somebody is does not tell what they ask: the number that they give changes nothing about the answer. */

const ask = (text: string) => takeTurn({ text, city: 'gent' }, worldFixture(), moment)

it.each([
  ['Hoe ver staat mijn aanvraag?', 'Rijksregisternummer 85.07.30-033.28, hoe ver staat mijn aanvraag?'],
  ['Ik ben mijn rijbewijs kwijt, wat nu?', 'Ik ben mijn rijbewijs kwijt, wat nu? Mijn nummer is 0470 12 34 56.'],
  ['Où puis-je me marier ?', 'Numéro national 85073003328. Où puis-je me marier ?'],
])('%s: the same page with a number beside it', (plain, told) => {
  const [without, beside] = [ask(plain), ask(told)]
  expect(without.services[0]).toBeDefined()
  expect(beside.services[0]?.id).toBe(without.services[0]?.id)
  expect(beside.outcome).toBe(without.outcome)
})

it('what is told in one piece with the number still counts', () => {
  expect(ask('mijn rijbewijs met nummer 85.07.30-033.28 is gestolen').services[0]?.id).toBe(
    ask('mijn rijbewijs is gestolen').services[0]?.id,
  )
})
