import { expect, it } from 'vitest'
import type { Question } from '../../../src/cli/relevance/judge.ts'
import { askAll } from '../../../src/cli/relevance/lines.ts'
import { worldFixture } from '../../fixtures/world.ts'

const question: Question = {
  id: 'a',
  text: 'Wat kost een reispas?',
  lang: 'nl',
  city: 'gent',
  expected: ['gent/reispas'],
  outcome: 'answer',
  set: '',
  tags: [],
}
const claims = (asks: Question['asks']): boolean | undefined =>
  askAll([{ ...question, asks: asks ?? [] }], worldFixture(), [])[0]?.lacks

it('saying that a price is not known is a false claim, unless a reader noted that it was asked', () => {
  expect(claims([])).toBe(true)
  expect(claims(['hours'])).toBe(true)
  expect(claims(['cost'])).toBe(false)
})
