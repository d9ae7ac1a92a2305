import type { Calendar, Closure, OpeningHours, Slot } from './opening-hours.ts'
import { slotsOfDay } from './slots-of-day.ts'
import { dayAfter, momentOf } from './wall-clock.ts'

/** From a moment until another, the second not included. */
export type Opening = { from: number; until: number; byAppointment: boolean }

/**
 * The openings that begin on a day, in order; null when nothing tells what holds on it. What a closure covers is cut
 * out; openings that touch are one when the same rule holds in both.
 */
export function openingsOf(
  day: string,
  hours: OpeningHours,
  calendar: Calendar,
  closures: Closure[] = [],
): Opening[] | null {
  const found = slotsOfDay(day, hours, calendar)
  if (!found) return null
  const openings = found.slots.map((slot) => opening(day, slot)).sort((a, b) => a.from - b.from)
  return closures.reduce(without, joined(openings))
}

const opening = (day: string, { opens, closes, byAppointment }: Slot): Opening => ({
  from: momentOf(day, opens),
  until: momentOf(closes > opens ? day : dayAfter(day), closes),
  byAppointment,
})

/** Openings that touch or overlap as one, kind by kind. */
export function joined(openings: Opening[]): Opening[] {
  const done: Opening[] = []
  for (const next of openings) {
    const before = done.findLast(({ byAppointment }) => byAppointment === next.byAppointment)
    if (before && next.from <= before.until) before.until = Math.max(before.until, next.until)
    else if (next.from < next.until) done.push({ ...next })
  }
  return done
}

function without(openings: Opening[], closure: Closure): Opening[] {
  const [from, until] = [Date.parse(closure.from), Date.parse(closure.until)]
  return openings.flatMap((one) =>
    until <= one.from || one.until <= from
      ? [one]
      : [
          { ...one, until: from },
          { ...one, from: until },
        ].filter((part) => part.from < part.until),
  )
}
