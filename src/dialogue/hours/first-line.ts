import { isStale } from '../../core/fact.ts'
import { calendarOf } from '../../core/hours/calendar.ts'
import { isOpen, nextOpening } from '../../core/hours/open-state.ts'
import { isoOf } from '../../core/hours/wall-clock.ts'
import type { World } from '../world.ts'

/**
 * When a city's first line answers next, by phone or at its counter, ISO with offset. Null while it answers, since a later
 * hour would keep people waiting for nothing, and when no fresh hours tell.
 */
export function firstLineOpens(city: string, at: string, { catalogue }: Pick<World, 'catalogue'>): string | null {
  const calendar = calendarOf(catalogue, city)
  const moment = Date.parse(at)
  const places = (catalogue.cities[city]?.firstLine.channels ?? []).flatMap(({ hours, location }) =>
    !hours || isStale(hours.fact, at) ? [] : { hours, calendar, closures: location?.closures ?? [] },
  )
  if (places.some((place) => isOpen(place, moment))) return null
  const openings = places.flatMap((place) => nextOpening(place, moment)?.from ?? [])
  return openings.length > 0 ? isoOf(Math.min(...openings)) : null
}
