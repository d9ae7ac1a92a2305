import { isStale } from '../../core/fact.ts'
import { calendarOf } from '../../core/hours/calendar.ts'
import { nextOpening } from '../../core/hours/open-state.ts'
import { isoOf } from '../../core/hours/wall-clock.ts'
import type { World } from '../world.ts'

/** When a city's first line answers next, by phone or at its counter, ISO with offset; null when no fresh hours tell. */
export function firstLineOpens(city: string, at: string, { catalogue }: Pick<World, 'catalogue'>): string | null {
  const calendar = calendarOf(catalogue, city)
  const openings = (catalogue.cities[city]?.firstLine.channels ?? []).flatMap(({ hours, location }) => {
    if (!hours || isStale(hours.fact, at)) return []
    return nextOpening({ hours, calendar, closures: location?.closures ?? [] }, Date.parse(at))?.from ?? []
  })
  return openings.length > 0 ? isoOf(Math.min(...openings)) : null
}
