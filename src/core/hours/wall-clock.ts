import * as Instant from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import { type Weekday, weekdays } from './opening-hours.ts'

/**
 * Moments and the clock on the wall. Days are `YYYY-MM-DD`, times `HH:MM`, moments milliseconds since 1970. The rules of
 * Temporal hold when the clocks change: a time that is skipped counts an hour later, one that comes twice counts the
 * first time.
 */

const zone = 'Europe/Brussels'

/** A moment as ISO with the offset of the wall clock, to the second: `2026-10-25T02:30:00+02:00`. */
export const isoOf = (moment: number): string =>
  ZonedDateTime.toString(Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(moment), zone), {
    timeZoneName: 'never',
    smallestUnit: 'second',
  })

/** What the wall clock shows at a moment. */
export function wallClock(moment: number): { day: string; time: string } {
  const iso = isoOf(moment)
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) }
}

/** The moment at which the wall clock shows a time on a day; `24:00` is midnight at the end of it. */
export function momentOf(day: string, time: string): number {
  if (time === '24:00') return momentOf(dayAfter(day), '00:00')
  const [hour, minute] = time.split(':').map(Number)
  const written = PlainDateTime.create(...numbersOf(day), hour, minute)
  return PlainDateTime.toZonedDateTime(written, zone).epochMilliseconds
}

/** The day so many days later, or earlier when negative. */
export const dayAfter = (day: string, days = 1): string => PlainDate.toString(PlainDate.addDays(dateOf(day), days))

export const weekdayOf = (day: string): Weekday => weekdays[PlainDate.dayOfWeek(dateOf(day)) - 1] as Weekday

/** Days from one to another. */
export const daysBetween = (from: string, to: string): number => PlainDate.diffDays(dateOf(from), dateOf(to))

const dateOf = (day: string): PlainDate.Record => PlainDate.create(...numbersOf(day))
const numbersOf = (day: string): [number, number, number] => day.split('-').map(Number) as [number, number, number]
