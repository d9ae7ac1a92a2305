import { type Fact, isStale } from '../../core/fact.ts'
import type { CityKnowledge, Knowledge } from '../read.ts'

/** What a city holds of what a page needs, and how good that is, over its services. */

export const columns = ['address', 'phone', 'hours', 'form', 'price', 'appointment'] as const
type Column = (typeof columns)[number]
export const worth = ['confirmed', 'stated', 'stale', 'absent'] as const
type Worth = (typeof worth)[number]

export type Coverage = { city: string; services: number; cells: Record<Column, Record<Worth, number>> }

type Service = CityKnowledge['services'][number]['value']
type Dated = Pick<Fact, 'kind' | 'statedOn' | 'checkedOn'>

/** How many services of each city have the thing confirmed, stated, only stale, or not at all, on a day. */
export function coverage({ cities, sources }: Knowledge, day: string): Coverage[] {
  const dates = new Map(sources.map(({ value }) => [value.id, value.statedOn]))
  return cities.map((city) => {
    const services = city.services.map(({ value }) => value).filter(({ kind }) => kind === 'service')
    const held = services.map((service) => heldBy(service, city, dates))
    const cell = (column: Column): Record<Worth, number> => {
      const found = held.map((one) => best(one[column], day))
      return Object.fromEntries(worth.map((one) => [one, found.filter((is) => is === one).length])) as Record<
        Worth,
        number
      >
    }
    const cells = Object.fromEntries(columns.map((column) => [column, cell(column)])) as Coverage['cells']
    return { city: city.slug, services: services.length, cells }
  })
}

function heldBy(service: Service, city: CityKnowledge, documents: Map<string, string>): Record<Column, Dated[]> {
  const facts = new Map(city.facts.map((fact) => [fact.id, fact]))
  const about = city.facts.filter((fact) => fact.about.includes(service.id))
  const named = (ids: (string | undefined)[]): Dated[] => ids.flatMap((id) => facts.get(id ?? '') ?? [])
  const ways = service.channels.flatMap((use) => (typeof use === 'string' ? (city.city.contacts[use] ?? []) : use))
  const places = ways.flatMap(({ location }) => city.locations.filter(({ id }) => id === location))
  const phones = ways.filter(({ type }) => type === 'phone')
  const rule = service.appointment === 'unknown' ? [] : rulesOf(service, documents)
  return {
    address: named(places.map(({ address }) => address)),
    phone: named(phones.map(({ fact }) => fact)),
    hours: [
      ...about.filter(({ kind }) => kind === 'hours'),
      ...named([...ways, ...places].map(({ openingHours }) => openingHours?.fact)),
    ],
    form: about.filter(({ kind }) => kind === 'form'),
    price: about.filter(({ kind }) => kind === 'cost'),
    appointment: [...about.filter(({ kind }) => kind === 'appointment'), ...rule],
  }
}

/** A rule for appointments that stands with the page is as old as the youngest document that it cites. */
function rulesOf({ sources }: Service, documents: Map<string, string>): Dated[] {
  const dates = sources.flatMap(({ document }) => documents.get(document) ?? []).filter((date) => /^\d{4}/.test(date))
  return [{ kind: 'appointment', statedOn: dates.sort().at(-1) ?? null, checkedOn: null }]
}

function best(held: Dated[], day: string): Worth {
  const fresh = held.filter((one) => !isStale(one, day))
  if (fresh.some(({ checkedOn }) => checkedOn !== null)) return 'confirmed'
  if (fresh.length > 0) return 'stated'
  return held.length > 0 ? 'stale' : 'absent'
}
