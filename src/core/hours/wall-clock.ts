import { remembering } from '../remembering.ts'
import { type Weekday, weekdays } from './opening-hours.ts'

/**
 * Moments and the clock on the wall in Belgium. Days are `YYYY-MM-DD`, times `HH:MM`, moments milliseconds since 1970.
 * Summer time is that of directive 2000/84/EC: an hour ahead from the last Sunday of March, 01:00 UTC, to that of October.
 * When the clocks change the rules of Temporal hold: a time that is skipped counts an hour later, one that comes twice
 * counts the first time. The platform's own zones take time to load at every start (decision 0066); a test holds
 * these to them.
 */

const hour = 3_600_000
const wholeDay = 24 * hour

/** The moment at which the clocks change in a month (from 0) of 31 days. */
function changeIn(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1))
  return last.getTime() - last.getUTCDay() * wholeDay
}

/** Hours ahead of UTC. */
function aheadAt(moment: number): 1 | 2 {
  const year = new Date(moment).getUTCFullYear()
  return moment >= changeIn(year, 2) && moment < changeIn(year, 9) ? 2 : 1
}

/** A moment as ISO with the offset of the wall clock, to the second: `2026-10-25T02:30:00+02:00`. @throws {RangeError} */
export function isoOf(moment: number): string {
  const ahead = aheadAt(moment)
  return `${new Date(moment + ahead * hour).toISOString().slice(0, 19)}+0${ahead}:00`
}

/** What the wall clock shows at a moment. */
export function wallClock(moment: number): { day: string; time: string } {
  const iso = isoOf(moment)
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) }
}

/** The moment at which the wall clock shows a time on a day; `24:00` is midnight at the end of it. @throws {RangeError} */
export function momentOf(day: string, time: string): number {
  if (time === '24:00') return momentOf(dayAfter(day), '00:00')
  const shown = midnightOf(day) + Date.parse(`1970-01-01T${time}Z`)
  const inSummer = shown - 2 * hour
  return aheadAt(inSummer) === 2 ? inSummer : shown - hour
}

/** The day so many days later, or earlier when negative. @throws {RangeError} for a day that does not exist, as all do */
export const dayAfter = (day: string, days = 1): string => dayOf(midnightOf(day) + days * wholeDay)

export const weekdayOf = (day: string): Weekday => weekdays[(new Date(midnightOf(day)).getUTCDay() + 6) % 7] as Weekday

/** Days from one to another. */
export const daysBetween = (from: string, to: string): number => (midnightOf(to) - midnightOf(from)) / wholeDay

/** In UTC, where every day has as many hours. The platform takes the 30th of February for the 2nd of March. */
const midnightOf = remembering(1000, (day: string): number => {
  const midnight = Date.parse(`${day}T00:00Z`)
  if (dayOf(midnight) !== day) throw new RangeError('there is no such day')
  return midnight
})

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
