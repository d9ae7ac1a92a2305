import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { choosePlace } from '../../src/dialogue/steps/choose-place.ts'
import { begin, takeTurn } from '../../src/dialogue/turn.ts'
import type { Turn } from '../../src/dialogue/turn-state.ts'
import { random } from '../../src/knowledge/train/random.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

/** A locality as the post knows it, its city, and the district or part of the city that it is. */
type Row = { postcode: string; locality: string; city: string; unit: string }
const rows = JSON.parse(readFileSync('test/fixtures/postcodes.json', 'utf8')) as Row[]

const { places } = worldFixture().catalogue.places
const idOf = ({ city, locality }: Row): string =>
  places.find((place) => place.city === city && place.name === locality)?.id ?? 'none'

/** What a message is understood to be about; `text` is said without a city being known. */
const chosen = (text: string, city: string | null = null): Turn =>
  choosePlace(begin({ text, city }, moment), worldFixture())
const districtIds = ({ districts }: Turn): string[] => districts.map(({ id }) => id)
/** The whole city counts as its centre: a message that names it names no district. */
const isWhole = (row: Row): boolean => places.find(({ id }) => id === idOf(row))?.kind === 'city'

describe.each(rows)('$postcode $locality', (row) => {
  it('is known', () => expect(idOf(row)).not.toBe('none'))

  it('is found with its postcode', () => {
    const turn = chosen(`ik woon in ${row.postcode} ${row.locality}`)
    expect(turn.city).toBe(row.city)
    if (!isWhole(row)) expect(turn.district?.id).toBe(idOf(row))
  })

  it('is found by its postcode alone, among those that share it', () => {
    const turn = chosen(`mijn postcode is ${row.postcode}`)
    expect(turn.city).toBe(row.city)
    const sharing = rows.filter(({ postcode }) => postcode === row.postcode)
    if (sharing.length > 1 && !isWhole(row)) expect(districtIds(turn)).toContain(idOf(row))
  })

  it('is found by its name, or asked when others bear it', () => {
    const turn = chosen(`ik woon in ${row.locality}`)
    const shared = places.find(({ id }) => id === idOf(row))?.alsoIn.length ?? 0
    if (shared > 0) expect(turn.homonym?.name).toBe(row.locality)
    else expect(turn.city).toBe(row.city)
  })

  it('is found by its name where the city is known', () => {
    expect(chosen(`ik woon in ${row.locality}`, row.city)).toMatchObject({ city: row.city, homonym: null })
  })
})

describe('a name that others bear', () => {
  it.each(['Deurne', 'Berchem', 'Mariakerke', 'Middelburg', 'Sint-Denijs'])('%s is asked', (name) => {
    const { outcome, reply } = takeTurn({ text: `nieuwe identiteitskaart in ${name}` }, worldFixture(), moment)
    expect(outcome).toBe('clarifying.city')
    expect(reply.text).toContain(name)
    expect(reply.choices.at(-1)?.id).toBe('other')
  })

  it.each([
    '3290 Deurne',
    '9690 Berchem',
    'Deurne (Diest)',
    'Deurne in Nederland',
    'Berchem, Kluisbergen',
    'Mariakerke bij Oostende',
    '1000 Brussel',
    'postcode 8000',
    '8500 Kortrijk',
  ])('%s is not ours', (place) => {
    const turn = chosen(`nieuwe identiteitskaart, ik woon in ${place}`)
    expect(turn).toMatchObject({ city: null, elsewhere: { city: null }, homonym: null })
    const { outcome, city } = takeTurn({ text: `nieuwe identiteitskaart, ik woon in ${place}` }, worldFixture(), moment)
    expect(['referred', 'unanswerable.out-of-scope']).toContain(outcome)
    expect(city).toBeNull()
  })

  it.each([
    ['Deurne (Antwerpen)', 'antwerpen'],
    ['Antwerpen Deurne', 'antwerpen'],
    ['Mariakerke (Gent)', 'gent'],
    ['Gent-Mariakerke', 'gent'],
    ['2600 Berchem', 'antwerpen'],
    ['9992 Middelburg', 'maldegem'],
  ])('%s is not asked', (place, city) => expect(chosen(`ik woon in ${place}`)).toMatchObject({ city, homonym: null }))
})

describe('a municipality that became part of another', () => {
  it('is followed, and the reply says since when', () => {
    const answer = takeTurn({ text: 'nieuwe identiteitskaart in Borsbeek' }, worldFixture(), moment)
    expect(answer).toMatchObject({ city: 'antwerpen', district: 'borsbeek' })
    expect(answer.reply.text).toContain('Borsbeek hoort sinds 1 januari 2025 bij Antwerpen.')
  })
})

describe('neighbourhoods, parts and villages', () => {
  const named = ['gent', 'antwerpen', 'leuven', 'maldegem'].flatMap((city) => {
    const yaml = readFileSync(`knowledge/${city}/districts.yaml`, 'utf8')
    return yaml
      .split(/^- id: /m)
      .slice(1)
      .filter((entry) => !/kind: city\b/.test(entry) && /url: http/.test(entry))
  })

  it('are at least sixty with a public source', () => expect(named.length).toBeGreaterThanOrEqual(60))

  it.each([
    ['de Muide', 'gent', 'muide'],
    ['Rooigem', 'gent', 'rooigem'],
    ['Linkeroever', 'antwerpen', 'linkeroever'],
    ['het Kiel', 'antwerpen', 'kiel'],
    ['Kleit', 'maldegem', 'kleit'],
    ['Blauwput', 'leuven', 'blauwput'],
  ])('%s lies in %s', (name, city, id) =>
    expect(chosen(`ik woon in ${name}`)).toMatchObject({ city, district: { id } }),
  )
})

/** Ways in which people write the same place. */
const spellings: ((row: Row) => string)[] = [
  ({ postcode, locality }) => `${postcode} ${locality}`,
  ({ postcode, locality }) => `${locality} ${postcode}`,
  ({ postcode, locality }) => `B-${postcode} ${locality}`,
  ({ postcode, locality }) => `${postcode} ${locality.toUpperCase()}`,
  ({ postcode, locality }) => `${postcode} ${locality.toLowerCase()}`,
  ({ locality, city }) => `${city}-${locality}`,
  ({ locality, city }) => `${locality} (${city})`,
  ({ locality, city }) => `${city}, ${locality}`,
  ({ locality, city }) => `${locality.replaceAll('-', ' ')}, ${city}`,
  ({ locality, city }) => `${city} ${locality.replace('Sint-', 'St-')}`,
  ({ locality, city }) => `${city} ${locality.replace('Sint-', 'St. ')}`,
  ({ postcode, locality }) => `${postcode}  ${locality.replaceAll('-', '‑')}`,
  ({ postcode, locality }) => `${postcode}, ${accented(locality)}`,
  ({ postcode, locality }) => `postcode ${postcode} (${locality})`,
]
const frames = ['ik woon in %', 'ik verhuis naar %', '%', 'verhuisd naar % vorige week', 'welk loket in %?']

/** With a stray accent, as phones put them. */
const accented = (name: string): string => name.replace('e', 'é')

describe('five hundred spellings of a place', () => {
  const next = random(20261121)
  const pick = <T>(list: T[]): T => list[Math.floor(next() * list.length)] as T
  const cases = Array.from({ length: 500 }, () => {
    const row = pick(rows)
    return { row, text: pick(frames).replace('%', pick(spellings)(row)) }
  })
  const results = cases.map(({ row, text }) => {
    const turn = chosen(text)
    const found = turn.city !== null || turn.elsewhere !== null
    const right = turn.city === row.city && (isWhole(row) || turn.district?.id === idOf(row))
    return { text, right, wrong: found && !right }
  })

  it('are right in 99 of 100', () => {
    const missed = results.filter(({ right }) => !right).map(({ text }) => text)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(5)
  })

  it('hold each place several times', () => expect(new Set(cases.map(({ row }) => row)).size).toBe(rows.length))

  it('are never wrong', () => expect(results.filter(({ wrong }) => wrong).map(({ text }) => text)).toEqual([]))
})
