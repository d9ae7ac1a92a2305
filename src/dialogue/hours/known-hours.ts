import type { Channel } from '../../core/catalogue.ts'
import { isStale } from '../../core/fact.ts'
import { calendarOf } from '../../core/hours/calendar.ts'
import { type OpenState, openState } from '../../core/hours/open-state.ts'
import type { Calendar, Closure } from '../../core/hours/opening-hours.ts'
import { type Opening, openingsOf } from '../../core/hours/openings.ts'
import { slotsOfDay } from '../../core/hours/slots-of-day.ts'
import type { Texts } from '../../core/language.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

type Hours = Pick<Channel, 'hours' | 'location'>

/**
 * Whether one can go or call at the moment of the turn. Unknown without hours, and with stale ones: those are used for
 * nothing. What is closed for certain is closed, also when the hours themselves are not known.
 */
export function stateNow({ hours, location }: Hours, closing: Closure[], turn: Turn, world: World): OpenState {
  const at = Date.parse(turn.at)
  const closures = [...closing, ...(location?.closures ?? [])]
  if (hours && !isStale(hours.fact, turn.at))
    return openState({ hours, closures, calendar: calendarFor(turn.city, world) }, at)
  const now = closures.find(({ from, until }) => Date.parse(from) <= at && at < Date.parse(until))
  return now ? { is: 'closed', reason: now.reason, wholeDay: false, next: null } : { is: 'unknown' }
}

/** Openings of a day, and why there are none; null when nothing tells. */
export function hoursOn(
  day: string,
  { hours, location }: Hours,
  closing: Closure[],
  turn: Turn,
  world: World,
): OnDay | null {
  if (!hours || isStale(hours.fact, turn.at)) return null
  const calendar = calendarFor(turn.city, world)
  const openings = openingsOf(day, hours, calendar, [...closing, ...(location?.closures ?? [])])
  return openings && { openings, reason: slotsOfDay(day, hours, calendar)?.reason }
}

export type OnDay = { openings: Opening[]; reason?: Texts | undefined }

const calendarFor = (city: string | null, { catalogue }: World): Calendar => calendarOf(catalogue, city ?? '')
