import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import learned from '../../../src/dialogue/danger/danger.json' with { type: 'json' }
import { likelihood } from '../../../src/dialogue/danger/danger.ts'
import { dangerSigns, heard } from '../../../src/dialogue/danger/danger-signs.ts'
import { takeTurn } from '../../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../../fixtures/world.ts'

const world = worldFixture()
const outcome = (text: string, city: string | null = 'gent') => takeTurn({ text, city }, world, moment).outcome
const lookalikes = Object.entries(
  parse(readFileSync(new URL('../crisis-lookalikes.yaml', import.meta.url), 'utf8')) as Record<string, string>,
)

describe('danger', () => {
  it.each([
    ['in a few words that all stand in ordinary questions', 'ik wil niet meer leven'],
    ['of somebody, with what happens and no verb', 'opa bewusteloos trap'],
    ['in a call that is too short for a high share', 'zelfmoordgedachten, wie bellen'],
    ['that another body than the city is asked about', 'het ruikt hier heel sterk naar gas en mijn hoofd draait'],
    [
      'in one sentence of a message about a page',
      'Ik verhuis volgende week naar Ledeberg. Sorry, mijn man slaat mij nu en ik bloed.',
    ],
  ])('is heard %s', (_, text) => {
    expect(outcome(text)).toBe('crisis')
  })

  it.each([
    ['people alone', 'en voor mijn vrouw?'],
    ['the business of another body', 'wie leest de gasmeter af?'],
    ['a sentence about a grave beside another', 'Ik wil verhuizen. Waar ligt het graf van mijn oma?'],
  ])('is not heard in %s', (_, text) => {
    expect(outcome(text)).not.toBe('crisis')
  })

  it('is not heard in what only sounds like it, of no city either, but for three that we do not tell apart yet', () => {
    const disturbed = lookalikes.filter(([, text]) => outcome(text, null) === 'crisis')
    expect(disturbed.map(([word]) => word).sort()).toEqual(['geslagen', 'leven', 'pillen'])
  })
})

describe('what makes danger likely', () => {
  it.each(['', '   ', '?', 'help', 'x'.repeat(2000)])('is a share of every text: %j', (text) => {
    const signs = dangerSigns(text, heard(text, world), null, world)
    expect(Object.keys(signs).sort()).toEqual(Object.keys(learned.weights).sort())
    expect(likelihood(signs)).toBeGreaterThanOrEqual(0)
    expect(likelihood(signs)).toBeLessThanOrEqual(1)
  })

  it('is less when the same words are surely about a page', () => {
    const text = 'mijn man is overleden'
    const signs = dangerSigns(text, heard(text, world), 'gent', world)
    expect(likelihood({ ...signs, page: 1 })).toBeLessThan(likelihood({ ...signs, page: -0.5 }))
  })
})
