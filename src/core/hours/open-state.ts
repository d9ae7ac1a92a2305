import type { Texts } from '../language.ts'
import type { Calendar, Closure, OpeningHours } from './opening-hours.ts'
import { joined, type Opening, openingsOf } from './openings.ts'
import { slotsOfDay } from './slots-of-day.ts'
import { dayAfter, momentOf, wallClock } from './wall-clock.ts'

/** Whether one can go now, and else when. Moments are milliseconds since 1970. */
export type OpenState =
  | {
      is: 'open'
      /** Null when it does not close within a week. */
      until: number | null
      /** Last moment at which one is let in. */
      latestArrival: number | null
      byAppointment: boolean
    }
  | {
      is: 'closed'
      /** Why the whole day, or this moment of it: a holiday, a special day, a closure. */
      reason?: Texts | undefined
      /** There is no opening on this day at all. */
      wholeDay: boolean
      next: Opening | null
    }
  | { is: 'unknown' }

/** Days ahead in which a next opening is looked for: a season that is closed lasts months, not years. */
const horizon = 366

type Place = { hours: OpeningHours; calendar: Calendar; closures?: Closure[] }

/** The state of a way in at a moment; of hours that are not stale, that is for the caller to see. */
export function openState({ hours, calendar, closures = [] }: Place, at: number): OpenState {
  const { day } = wallClock(at)
  const today = openingsOf(day, hours, calendar, closures)
  const yesterday = openingsOf(dayAfter(day, -1), hours, calendar, closures) ?? []
  const around = joined([...yesterday, ...(today ?? [])])
  const now = around.filter(({ from, until }) => from <= at && at < until)
  const open = now.find(({ byAppointment }) => !byAppointment) ?? now[0]
  if (open) {
    const until = endOf(open, day, { hours, calendar, closures })
    const latestArrival = until === null ? null : until - hours.lastEntry * 60_000
    return { is: 'open', until, latestArrival, byAppointment: open.byAppointment }
  }
  if (!today) return { is: 'unknown' }
  return {
    is: 'closed',
    reason: reasonOf({ hours, calendar, closures }, day, at),
    wholeDay: today.length === 0,
    next: nextOpening({ hours, calendar, closures }, at),
  }
}

/** A closure that holds at the moment, or why there is nothing on the whole day. */
function reasonOf({ hours, calendar, closures }: Required<Place>, day: string, at: number): Texts | undefined {
  const planned = openingsOf(day, hours, calendar) ?? []
  const covers = ({ from, until }: Closure, moment: number): boolean =>
    Date.parse(from) <= moment && moment < Date.parse(until)
  const now = closures.find((closure) => covers(closure, at))
  if (now) return now.reason
  if (planned.length === 0) return slotsOfDay(day, hours, calendar)?.reason
  const left = openingsOf(day, hours, calendar, closures) ?? []
  return left.length > 0 ? undefined : closures.find((closure) => covers(closure, planned[0]?.from ?? at))?.reason
}

/** The end of an opening; one until midnight may go on on the days after. */
function endOf({ until, byAppointment }: Opening, day: string, place: Required<Place>): number | null {
  let [end, last] = [until, day]
  for (let days = 0; days < 7; days++) {
    if (end !== momentOf(last, '24:00')) return end
    last = dayAfter(last)
    const next = openingsOf(last, place.hours, place.calendar, place.closures) ?? []
    const further = next.find((one) => one.from <= end && one.byAppointment === byAppointment)
    if (!further) return end
    end = further.until
  }
  return null
}

export const isOpen = (place: Place, at: number): boolean => openState(place, at).is === 'open'

/** The first opening that begins after a moment; null when none is known within a year. */
export function nextOpening({ hours, calendar, closures = [] }: Place, at: number): Opening | null {
  const openingsOn = (day: string): Opening[] | null => openingsOf(day, hours, calendar, closures)
  let { day } = wallClock(at)
  // A closure may end in the middle of a night that began yesterday.
  let night = openingsOn(dayAfter(day, -1)) ?? []
  for (let ahead = 0; ahead <= horizon; ahead++) {
    const openings = openingsOn(day)
    const [found] = [...night, ...(openings ?? [])].filter(({ from }) => from > at).sort(walkInFirst)
    if (found || !openings) return found ?? null
    night = []
    day = dayAfter(day)
  }
  return null
}

const walkInFirst = (a: Opening, b: Opening): number =>
  a.from - b.from || Number(a.byAppointment) - Number(b.byAppointment)
