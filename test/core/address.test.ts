import { describe, expect, it } from 'vitest'
import type { KnownAddresses } from '../../src/core/address.ts'
import { maskPersonalData } from '../../src/core/personal-data.ts'

const known: KnownAddresses = {
  places: [
    { id: 'stad', name: 'Stad', city: 'stad', kind: 'city', alsoIn: [] },
    { id: 'dorp', name: 'Dorp', city: 'stad', kind: 'submunicipality', alsoIn: [] },
  ],
  streets: {
    proefstraat: [{ place: 1 }],
    'zuid proef': [{ place: 1 }],
    grensweg: [
      { place: 1, side: 'even' },
      { place: 0, side: 'odd' },
    ],
    twijfelstraat: [{ place: 0 }, { place: 1 }],
  },
  public: ['woodrow wilsonplein 1'],
}
const masked = (text: string): string => maskPersonalData(text, [], known).text

describe('a street with a number', () => {
  it.each([
    ['ik woon in de Kerkstraat 12', 'ik woon in de [⌂]'],
    ['veldstraat 12b', '[⌂]'],
    ['Kerkstraat 12, 9050 Ledeberg', '[⌂], 9050 Ledeberg'],
    ['mijn adres is Koningin Elisabethlaan 5 bus 3', 'mijn adres is [⌂]'],
    ['Lange Violettestraat nr 40 te Gent', '[⌂] te Gent'],
    ['Jan van Eyckstraat 3', '[⌂]'],
    ['Sint-Pietersnieuwstraat 41', '[⌂]'],
    ["J'habite 12, rue de l'Église à Jette", "J'habite [⌂] à Jette"],
    ['rue Léon Theodor 45', '[⌂]'],
    ['avenue Charles Woeste 100, 1090 Jette', '[⌂], 1090 Jette'],
    ['ik woon Meir 50', 'ik woon [⌂]'],
    ['Kouter 8, 9000 Gent', '[⌂], 9000 Gent'],
    ['I live at Veldstraat 12', 'I live at [⌂]'],
    ['van Veldstraat 3 naar Kerkstraat 4', 'van [⌂] naar [⌂]'],
  ])('%s becomes %s', (text, hidden) => expect(masked(text)).toBe(hidden))

  it.each([
    ['ik woon in de Proefstraat 9', 'ik woon in de Stad Dorp [⌂]'],
    ['zuid-proef 3', 'Stad Dorp [⌂]'],
    ['Grensweg 4', 'Stad Dorp [⌂]'],
    ['Grensweg 3', 'Stad [⌂]'],
    ['Twijfelstraat 3', '[⌂]'],
  ])('that we know is its district: %s becomes %s', (text, hidden) => expect(masked(text)).toBe(hidden))

  it('is told, so that the reply can say what became of it', () => {
    expect(maskPersonalData('Kerkstraat 12', [], known).found).toEqual(['address'])
  })
})

describe('what is no address stays', () => {
  it.each([
    'Is het stadskantoor op Woodrow Wilsonplein 1 open?',
    'in de Veldstraat 12 augustus werken',
    'al 2 weken in mijn straat, 3 keer',
    'naar het recyclagepark 2 keer per maand',
    'mijn zoon van 12 jaar',
    'tram 4 naar Moscou',
    'een boete van 3000 euro',
    'afspraak op 12 mei aan loket 3',
    'ik woon in 9050',
    'dossier 123 van 2024',
    'verhuis met 3 naar Jette',
    'de N9 en de E40',
    'de parkeerplaats in de Kerkstraat is 12 maanden dicht',
  ])('%s', (text) => expect(maskPersonalData(text, [], known)).toEqual({ text, found: [] }))
})
