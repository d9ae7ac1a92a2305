import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { takeTurn } from '../../src/dialogue/turn.ts'
import { moment, worldFixture } from '../fixtures/world.ts'
import { notYet } from './danger-not-yet.ts'

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
  child: [
    'Papa slaat mij met een stok',
    'Papa me frappe',
    'My stepdad hits me and I am nine',
    'My neighbour has locked her baby in a dark room for two days',
  ],
}

/** Danger told in passing, between a request and its end. */
const inPassing = [
  'Ik heb een attest van gezinssamenstelling nodig voor mijn studietoelage. Mijn man heeft mij gisteren bijna gewurgd. Kan dat attest vandaag nog?',
  'Welke dag halen jullie het oud papier op? Mijn zoontje van twee ademt niet meer goed en ziet blauw. Moet dat in een doos?',
  'Bonjour, je dois annuler mon rendez-vous pour le passeport. Je vais me tuer ce soir. Merci.',
  'When is the recycling park open? My husband hit me again last night and I hide in the bathroom. Do I need a card?',
]

describe('danger', () => {
  it.each(Object.entries(danger))('is recognised in three languages, with or without a city: %s', (_kind, texts) => {
    for (const text of texts)
      for (const city of ['gent', 'jette', null])
        expect({ text, is: outcome(text, city) }).toEqual({ text, is: 'crisis' })
  })

  it('is recognised beside a question for the city', () => {
    expect(outcome('Ik kwam voor mijn rijbewijs maar mijn man ligt hier op de grond en ademt niet meer')).toBe('crisis')
  })

  it.each(inPassing)('is recognised in one sentence of a message about something else: %s', (text) => {
    expect(outcome(text)).toBe('crisis')
  })
})

describe('somebody who is in no danger', () => {
  for (const [word, text] of lookalikes)
    notYet(text)(`is not disturbed by the word "${word}"`, () => expect(outcome(text)).not.toBe('crisis'))

  it('is not disturbed by sentences that are each about what the city does', () => {
    for (const text of [
      'Ik wil het overlijden van mijn vader aangeven. Hij stierf gisteren in het ziekenhuis. Welke papieren breng ik mee?',
      'Ik kom voor een wilsverklaring. Ik wil niet eindeloos in leven gehouden worden. Waar teken ik dat?',
    ])
      expect(outcome(text)).not.toBe('crisis')
  })

  it('is not disturbed by "yes", "no" or "back"', () => {
    for (const text of ['nee dat bedoel ik niet', 'ja', 'terug', 'non pas ça', 'not that'])
      expect(outcome(text)).not.toBe('crisis')
  })
})
