import type { Fact } from '../fact.ts'
import type { Texts } from '../language.ts'

/** Names of schema.org's DayOfWeek, Monday first. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export type Weekday = (typeof weekdays)[number]

/**
 * From one time of the wall clock to another, `HH:MM`. A `closes` that is not after `opens` is of the next day;
 * `24:00` is midnight at the end of the day.
 */
export type Slot = {
  opens: string
  closes: string
  /** Only who has an appointment is helped. */
  byAppointment: boolean
}

/**
 * schema.org's OpeningHoursSpecification. With dates (`YYYY-MM-DD`, both included) it is of a season; on each day the
 * narrowest season that holds it counts, and only that one.
 */
export type OpeningHoursSpecification = Slot & {
  dayOfWeek: Weekday[]
  validFrom?: string | undefined
  validThrough?: string | undefined
}

/** Days with hours of their own (schema.org's specialOpeningHoursSpecification); without slots: closed. */
export type SpecialHours = { validFrom: string; validThrough: string; slots: Slot[]; reason?: Texts | undefined }

/** From one moment to another, ISO with offset, the second not included, closed whatever the hours say. */
export type Closure = { from: string; until: string; reason?: Texts | undefined }

/** The hours of one way in. */
export type OpeningHours = {
  /** Where they stand, and how old that is: stale hours are used for nothing. */
  fact: Fact
  regular: OpeningHoursSpecification[]
  special: SpecialHours[]
  onHolidays: 'closed' | 'open'
  /** Minutes before closing from which nobody is let in any more. */
  lastEntry: number
}

/** Public holidays and bridge days of a city, by day; nothing is known after `through`. */
export type Calendar = { through: string; holiday: (day: string) => Texts | undefined }
