import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const lookalikes = Object.entries(
  parse(readFileSync(new URL('./crisis-lookalikes.yaml', import.meta.url), 'utf8')) as Record<string, string>,
)
const outcome = (text: string, city: string | null = 'gent'): string =>
  takeTurn({ text, city }, worldFixture(), moment).outcome

/** How danger is told, by kind: a reply never depends on the city or on a way of speaking. */
const danger = {
  emergency: ['De gordijnen van mijn buurman staan in brand', 'Ma fille ne respire plus', 'My dad is unconscious'],
  suicide: ['Ik wil niet meer leven', 'Je veux mourir', 'I want to kill myself'],
  violence: ['Mijn man slaat mij elke avond', 'Mon mari me frappe', 'My boyfriend beats me'],
  child: ['Papa slaat mij met een stok', 'Papa me frappe', 'My stepdad hits me and I am nine'],
}

describe('danger', () => {
  it.each(Object.entries(danger))('is recognised in three languages, with or without a city: %s', (_kind, texts) => {
    for (const text of texts)
      for (const city of ['gent', 'jette', null])
        expect({ text, is: outcome(text, city) }).toEqual({ text, is: 'crisis' })
  })

  it('is recognised beside a question for the city', () => {
    expect(outcome('Ik kwam voor mijn rijbewijs maar mijn man ligt hier op de grond en ademt niet meer')).toBe('crisis')
  })
})

describe('somebody who is in no danger', () => {
  it.each(lookalikes)('is not disturbed by the word "%s"', (_word, text) => {
    expect(outcome(text)).not.toBe('crisis')
  })

  it('is not disturbed by "yes", "no" or "back"', () => {
    for (const text of ['nee dat bedoel ik niet', 'ja', 'terug', 'non pas ça', 'not that'])
      expect(outcome(text)).not.toBe('crisis')
  })
})
