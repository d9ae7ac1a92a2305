import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import { compilePlaces } from '../../src/knowledge/compile/places.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { importStreets } from '../../src/knowledge/streets/import-streets.ts'
import { parseStreets, writeStreets } from '../../src/knowledge/streets/streets-file.ts'
import { worldWith } from '../fixtures/changed-world.ts'
import { moment } from '../fixtures/world.ts'

const { knowledge } = readKnowledge('knowledge')
const fixture = (name: string): string => readFileSync(`test/fixtures/streets/${name}`, 'utf8')
const { streets, problems } = parseStreets(fixture('gent.tsv'), 'gent/streets.tsv')
const gent = knowledge.cities.find(({ slug }) => slug === 'gent') as (typeof knowledge.cities)[number]

/** The content of today with the streets that one city supplies. */
const world = worldWith((catalogue) => {
  const cities = knowledge.cities.map((city) => (city === gent ? { ...city, streets } : city))
  catalogue.places = compilePlaces({ ...knowledge, cities })
})
const ask = (text: string) => assistantWith(world, () => moment).ask({ text, city: 'gent' })

describe('the file with streets', () => {
  it('holds fifty streets, without problems', () => {
    expect(new Set(streets.map(({ street }) => street)).size).toBe(50)
    expect(problems).toEqual([])
    expect(streets.every(({ district }) => gent.districts.some(({ id }) => id === district))).toBe(true)
  })

  it('is written as it is read', () => {
    expect(parseStreets(writeStreets(streets, ['bron']), 'x').streets.toSorted(byName)).toEqual(
      streets.toSorted(byName),
    )
  })

  it.each([
    ['straat\n', /eerste regel/],
    ['straat\tdistrict\tvan\ttot\tkant\nKerkstraat\n', /district zijn nodig/],
    ['straat\tdistrict\tvan\ttot\tkant\nKerkstraat\tmuide\teen\n', /huisnummers/],
    ['straat\tdistrict\tvan\ttot\tkant\nKerkstraat\tmuide\t1\t3\tlinks\n', /even, oneven/],
  ])('tells what is wrong in %j', (text, says) => {
    expect(
      parseStreets(text, 'x')
        .problems.map(({ message }) => message)
        .join(),
    ).toMatch(says)
  })
})

const byName = (a: { street: string; district: string }, b: { street: string; district: string }): number =>
  a.street.localeCompare(b.street) || a.district.localeCompare(b.district)

describe('a register of addresses', () => {
  const { streets: imported, left } = importStreets(fixture('register.csv'), gent)

  it('becomes one line a street, or one for each side', () => {
    expect(imported).toEqual([
      { street: 'Ankertjestraat', district: 'ledeberg' },
      { street: 'Boekweitplein', district: 'drongen' },
      { street: 'Grensweg', district: 'ledeberg', from: 2, to: 4, side: 'even' },
      { street: 'Grensweg', district: 'gentbrugge', from: 1, to: 3, side: 'odd' },
    ])
  })

  it('leaves out, and tells, what it cannot place', () => {
    expect(left).toEqual(['rij 10: Twijfelstraat', 'rij 11: Vreemde straat', 'rij 12: geen straat'])
  })
})

describe('an address in a question', () => {
  const need = 'ik heb steun van het ocmw nodig, ik woon'

  it('leads to the counter of its district', () => {
    const { district, channels, reply } = ask(`${need} Ankertjestraat 12`)
    expect(district).toBe('ledeberg')
    expect(channels.some(({ location }) => location === 'Welzijnsbureau Gentbrugge - Ledeberg')).toBe(true)
    expect(reply.text).toContain('Je adres gebruikte ik om je wijk te vinden. Ik bewaar het niet.')
  })

  it.each(
    streets.map(({ street, district, from = 2, side }) => ({
      street,
      district,
      number: side === 'odd' ? from + 1 : from,
    })),
  )('$street $number lies in $district', ({ street, district, number }) =>
    expect(ask(`${need} ${street} ${number}`).district).toBe(district),
  )

  it('in a street that we do not know gets the list and the question for a postcode', () => {
    const { district, reply } = ask(`${need} Onbekendestraat 12`)
    expect(district).toBeNull()
    expect(reply.text).toContain('Die straat ken ik niet. Geef je postcode of je wijk.')
    expect(reply.text).toContain('Er is er een in Gent Zuid')
  })

  it('is not needed to tell the district of a street', () => {
    expect(ask('in welke deelgemeente ligt de Ankertjestraat?').reply.text).toContain('Dat ligt in Ledeberg, Gent.')
    const { outcome, reply } = ask('in welke deelgemeente ligt de Onbekendestraat?')
    expect(outcome).toBe('clarifying.district')
    expect(reply.text).toBe('Die straat ken ik niet. Geef je postcode of je wijk.')
  })
})
