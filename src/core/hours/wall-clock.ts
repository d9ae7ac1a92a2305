import * as Instant from 'temporal-polyfill/fns/Instant'
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import { type Weekday, weekdays } from './opening-hours.ts'

/**
 * Moments and the clock on the wall. Days are `YYYY-MM-DD`, times `HH:MM`, moments milliseconds since 1970. The rules of
 * Temporal hold when the clocks change: a time that is skipped counts an hour later, one that comes twice counts the
 * first time.
 */

const zone = 'Europe/Brussels'

const mostRemembered = 5000

/** A function of which the last results are kept: what a city's counters show are the same few moments all day. */
function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= mostRemembered) known.clear()
    const made = make(key)
    known.set(key, made)
    return made
  }
}

/** A moment as ISO with the offset of the wall clock, to the second: `2026-10-25T02:30:00+02:00`. */
export const isoOf = remembering((moment: number): string =>
  ZonedDateTime.toString(Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(moment), zone), {
    timeZoneName: 'never',
    smallestUnit: 'second',
  }),
)

/** What the wall clock shows at a moment. */
export function wallClock(moment: number): { day: string; time: string } {
  const iso = isoOf(moment)
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) }
}

/** The moment at which the wall clock shows a time on a day; `24:00` is midnight at the end of it. */
export function momentOf(day: string, time: string): number {
  if (time === '24:00') return momentOf(dayAfter(day), '00:00')
  return momentShown(`${day} ${time}`)
}

const momentShown = remembering((dayAndTime: string): number => {
  const [year, month, day, hour, minute] = dayAndTime.split(/[- :]/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  return PlainDateTime.toZonedDateTime(PlainDateTime.create(year, month, day, hour, minute), zone).epochMilliseconds
})

/** Days have no clock and no zone, so those of UTC do. */
const startOf = (day: string): number => Date.parse(day)
const dayLength = 86_400_000

/** The day so many days later, or earlier when negative. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(startOf(day) + days * dayLength).toISOString().slice(0, 10)

/** Weekdays count from Monday, those of the platform from Sunday. */
export const weekdayOf = (day: string): Weekday => weekdays[(new Date(startOf(day)).getUTCDay() + 6) % 7] as Weekday

/** Days from one to another. */
export const daysBetween = (from: string, to: string): number => (startOf(to) - startOf(from)) / dayLength
