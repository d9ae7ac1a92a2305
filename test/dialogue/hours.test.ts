import { describe, expect, it } from 'vitest'
import type { AskOutput } from '../../src/core/ask.ts'
import type { City } from '../../src/core/catalogue.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import type { World } from '../../src/dialogue/world.ts'
import { giveHours, officeHours, worldWith } from '../fixtures/changed-world.ts'
import { moment, worldFixture } from '../fixtures/world.ts'

const gent = (world: World): City => world.catalogue.cities.gent as City
const fresh = worldWith((catalogue) => giveHours(catalogue.cities.gent as City, 'counter', officeHours('2026-09')))
const byAppointment = worldWith((catalogue) =>
  giveHours(catalogue.cities.gent as City, 'counter', officeHours('2026-09', { byAppointment: true })),
)
const stale = worldWith((catalogue) => giveHours(catalogue.cities.gent as City, 'counter', officeHours('2024-05')))

function ask(world: World, text: string, at = moment, lang?: 'nl' | 'fr' | 'en'): AskOutput {
  return assistantWith(world, () => at).ask({ text, city: 'gent', at, lang })
}
const counters = ({ channels }: AskOutput) => channels.filter(({ type }) => type === 'counter')

describe('can I go there now', () => {
  it('says no on a holiday, why, and when it opens', () => {
    const answer = ask(byAppointment, 'Is het loket nu open?', '2026-11-11T10:00:00+01:00')
    expect(answer.reply.text).toContain(
      'nee, vandaag gesloten (Wapenstilstand). Morgen vanaf 9 uur, enkel op afspraak.',
    )
  })

  it.each([
    ['nl', 'Is het loket nu open?', '2026-11-20T10:00:00+01:00', 'ja, nu open tot 12.30 uur.'],
    ['nl', 'Is het loket nu open?', '2026-11-20T13:00:00+01:00', 'nee, nu gesloten. Vandaag vanaf 14 uur.'],
    ['nl', 'Is het loket nu open?', '2026-11-21T10:00:00+01:00', 'nee, vandaag gesloten. Maandag vanaf 9 uur.'],
    ['nl', 'Wat zijn de openingsuren?', '2026-11-21T10:00:00+01:00', ': vandaag gesloten. Maandag vanaf 9 uur.'],
    ['nl', 'Tot hoe laat zijn jullie open?', '2026-11-20T15:00:00+01:00', ': nu open tot 16 uur.'],
    ['nl', 'Is het loket nu open?', '2026-10-26T08:30:00+01:00', 'nee, nu gesloten. Vandaag vanaf 9 uur.'],
    ['nl', 'Is het loket nu open?', '2026-12-24T18:00:00+01:00', 'nee, nu gesloten. Maandag vanaf 9 uur.'],
    [
      'fr',
      'Le guichet est-il ouvert maintenant ?',
      '2026-11-11T10:00:00+01:00',
      'non, fermé aujourd’hui (Armistice). Demain à partir de 9 h.',
    ],
    [
      'fr',
      'Le guichet est-il ouvert maintenant ?',
      '2026-11-20T10:00:00+01:00',
      'oui, ouvert en ce moment, jusqu’à 12 h 30.',
    ],
    ['en', 'Is the counter open now?', '2026-11-21T10:00:00+01:00', 'no, closed today. Monday from 9:00.'],
    ['en', 'Is the counter open now?', '2026-11-20T10:00:00+01:00', 'yes, open now, until 12:30.'],
  ] as const)('%s: %s at %s: %s', (lang, text, at, says) => {
    const answer = ask(fresh, text, at, lang)
    expect(answer.reply.text).toContain(says)
    expect(answer.unknown).not.toContain('hours')
  })

  it.each([
    ['Zijn jullie zaterdag open?', '2026-11-20T10:00:00+01:00', ': zaterdag 21 november gesloten.'],
    [
      'Zijn jullie maandag open?',
      '2026-11-20T10:00:00+01:00',
      ': maandag 23 november open van 9 uur tot 12.30 uur en van 14 uur tot 16 uur.',
    ],
    ['Zijn jullie morgen open?', '2026-11-10T10:00:00+01:00', ': woensdag 11 november gesloten (Wapenstilstand).'],
    [
      'Zijn jullie open op 11 november?',
      '2026-11-02T10:00:00+01:00',
      ': woensdag 11 november gesloten (Wapenstilstand).',
    ],
    ['Zijn jullie open met Kerstmis?', '2026-11-02T10:00:00+01:00', ': vrijdag 25 december gesloten (Kerstmis).'],
    ['Zijn jullie open op 2 januari?', '2026-11-02T10:00:00+01:00', ': zaterdag 2 januari gesloten.'],
  ])('answers for the day that is asked: %s', (text, at, says) => {
    expect(ask(fresh, text, at).reply.text).toContain(says)
  })

  it('gives the same with each counter, for who did not ask', () => {
    const [counter] = counters(ask(fresh, 'nieuwe identiteitskaart aanvragen'))
    expect(counter).toMatchObject({ openNow: false, nextOpening: '2026-11-23T09:00:00+01:00', byAppointment: 'only' })
    expect(counter?.hours).toBe('Vandaag gesloten. Maandag vanaf 9 uur, enkel op afspraak.')
  })
})

describe('hours that are too old', () => {
  const answer = ask(stale, 'Is het loket nu open?')

  it('are not used', () => {
    expect(answer.channels.filter(({ openNow, hours, nextOpening }) => openNow ?? hours ?? nextOpening)).toEqual([])
  })

  it('are told with their date, and with a number to ask', () => {
    expect(answer.unknown).toContain('hours')
    expect(answer.reply.text).toContain('De openingsuren die ik heb zijn van mei 2024.')
    expect(answer.channels.some(({ type, phone }) => type === 'phone' && phone)).toBe(true)
  })

  it('nor are hours that nobody dated', () => {
    const undated = worldWith((catalogue) => giveHours(catalogue.cities.gent as City, 'counter', officeHours(null)))
    expect(ask(undated, 'Is het loket nu open?').reply.text).toContain('De openingsuren die ik heb, hebben geen datum.')
  })
})

describe('hours that we do not have', () => {
  const cities = Object.keys(worldFixture().catalogue.cities)

  it.each(cities)('are not guessed in %s: a number or a site is given', (city) => {
    const answer = assistantWith(worldFixture(), () => moment).ask({ text: 'Zijn jullie nu open?', city })
    expect(answer.unknown).toContain('hours')
    expect(answer.channels.every(({ openNow }) => openNow === undefined)).toBe(true)
    expect(answer.channels.some(({ phone, url, email }) => phone ?? url ?? email)).toBe(true)
  })
})

describe('a counter that moves', () => {
  const moving = worldWith((catalogue) => {
    for (const { channels } of Object.values(gent({ catalogue } as World).services)) {
      for (const { location } of channels) {
        if (location?.id === 'stadskantoor')
          location.moves = [{ from: '2026-12-01', through: '2027-01-15', name: { nl: 'de Oude Bib' } }]
      }
    }
  })
  const told = (at: string) => counters(ask(moving, 'nieuwe identiteitskaart aanvragen', at))[0]

  it('is where it was, long before', () => {
    expect(told('2026-11-10T10:00:00+01:00')).toMatchObject({ location: 'Stadskantoor', address: expect.any(String) })
    expect(told('2026-11-10T10:00:00+01:00')?.note).toBeUndefined()
  })
  it('is announced shortly before', () => {
    expect(told('2026-11-21T10:00:00+01:00')?.note).toBe('Verhuist op 1 december 2026 naar de Oude Bib.')
  })
  it('is elsewhere during, without the old address', () => {
    const counter = told('2026-12-01T00:00:00+01:00')
    expect(counter).toMatchObject({ location: 'de Oude Bib', note: 'Tijdelijk hier, tot en met 15 januari 2027.' })
    expect(counter?.address).toBeUndefined()
  })
  it('is back afterwards', () => {
    expect(told('2027-01-16T00:00:00+01:00')).toMatchObject({ location: 'Stadskantoor' })
  })
})

describe('the counter of a neighbourhood', () => {
  const where = (text: string): string =>
    counters(ask(worldFixture(), text))
      .map(({ location, note }) => `${location} ${note ?? ''}`)
      .join()

  it.each([
    ['Nieuw Gent', 'Welzijnsbureau Nieuw Gent'],
    ['Ledeberg', 'Welzijnsbureau Gentbrugge - Ledeberg'],
    ['9050', 'Welzijnsbureau Gentbrugge - Ledeberg'],
    ['9040 Sint-Amandsberg', 'Welzijnsbureau Sint-Amandsberg'],
    ['de Brugse Poort', 'Welzijnsbureau Brugse Poort'],
  ])('of %s is %s', (place, name) => {
    expect(where(`ik heb een leefloon nodig, ik woon in ${place}`)).toContain(name)
  })

  it.each(['Mariakerke', '9000', '9042', 'Rooigem', 'Wondelgem'])(
    'of %s is not guessed: the list is given',
    (place) => {
      const said = where(`ik heb een leefloon nodig, ik woon in ${place}`)
      expect(said).toMatch(/Er is er een in Gent Zuid, Campus Prins Filip, .* en Nieuw Gent\./)
    },
  )
})
