import type { Texts } from '../language.ts'
import type { Calendar, OpeningHours, OpeningHoursSpecification, Slot } from './opening-hours.ts'
import { daysBetween, weekdayOf } from './wall-clock.ts'

/** What holds on a day: its slots, with why there are none where a special day or a holiday says so. */
export type Day = { slots: Slot[]; reason?: Texts | undefined }

/**
 * The hours of a day (`YYYY-MM-DD`): a special day goes before a holiday, a holiday before the season. Null when nothing
 * tells: after the calendar ends, or between seasons that leave a gap.
 */
export function slotsOfDay(day: string, hours: OpeningHours, calendar: Calendar): Day | null {
  if (day > calendar.through) return null
  const special = narrowest(hours.special.filter((one) => holds(one, day)))[0]
  if (special) return { slots: special.slots, reason: special.reason }
  const holiday = hours.onHolidays === 'closed' ? calendar.holiday(day) : undefined
  if (holiday) return { slots: [], reason: holiday }
  const season = narrowest(hours.regular.filter((one) => holds(one, day)))
  if (season.length === 0) return null
  const weekday = weekdayOf(day)
  return { slots: season.filter(({ dayOfWeek }) => dayOfWeek.includes(weekday)) }
}

type Period = Pick<OpeningHoursSpecification, 'validFrom' | 'validThrough'>

const earliest = '0001-01-01'
const latest = '9999-12-31'

const holds = ({ validFrom = earliest, validThrough = latest }: Period, day: string): boolean =>
  validFrom <= day && day <= validThrough

const length = ({ validFrom = earliest, validThrough = latest }: Period): number => daysBetween(validFrom, validThrough)

/** Those of the shortest period: a summer within a year, a week within a summer. */
function narrowest<T extends Period>(found: T[]): T[] {
  if (found.length < 2) return found
  const shortest = Math.min(...found.map(length))
  return found.filter((one) => length(one) === shortest)
}
