import type { Calendar, Closure, OpeningHours, Slot, Weekday } from '../../../src/core/hours/opening-hours.ts'
import { weekdays } from '../../../src/core/hours/opening-hours.ts'

/** Invented places with every kind of hours, and an invented calendar. */

export const fresh = {
  id: 'uren',
  kind: 'hours',
  value: 'zie de uren',
  source: { title: 'Openingsuren', url: null },
  statedOn: '2026-01-01',
  checkedOn: null,
} as const

const slot = (opens: string, closes: string, byAppointment = false): Slot => ({ opens, closes, byAppointment })
type Dates = { validFrom?: string; validThrough?: string }
const on = (dayOfWeek: Weekday[], slots: Slot[], dates: Dates = {}): OpeningHours['regular'] =>
  slots.map((one) => ({ dayOfWeek, ...one, ...dates }))
const everyDay = [...weekdays]
const workingDays = everyDay.slice(0, 5)

const base: Omit<OpeningHours, 'regular'> = { fact: fresh, special: [], onHolidays: 'closed', lastEntry: 0 }

export const calendar: Calendar = {
  through: '2027-12-31',
  holiday: (day) => {
    const name = {
      '2026-01-01': 'Nieuwjaar',
      '2026-01-02': 'Brugdag',
      '2026-04-06': 'Paasmaandag',
      '2026-05-01': 'Dag van de Arbeid',
      '2026-05-14': 'Hemelvaartsdag',
      '2026-05-15': 'Brugdag',
      '2026-11-11': 'Wapenstilstand',
      '2026-12-25': 'Kerstmis',
      '2027-01-01': 'Nieuwjaar',
    }[day]
    return name ? { nl: name } : undefined
  },
}

/** Working days 9 to 12.30; Wednesday afternoon; Thursday evening by appointment; in summer 8 to 13 only. */
const townHall: OpeningHours = {
  ...base,
  lastEntry: 15,
  regular: [
    ...on(workingDays, [slot('09:00', '12:30')]),
    ...on(['Wednesday'], [slot('14:00', '16:00')]),
    ...on(['Thursday'], [slot('17:00', '19:30', true)]),
    ...on(workingDays, [slot('08:00', '13:00')], { validFrom: '2026-07-01', validThrough: '2026-08-31' }),
  ],
  special: [
    { validFrom: '2026-12-24', validThrough: '2026-12-24', slots: [slot('09:00', '11:00')] },
    { validFrom: '2026-12-28', validThrough: '2026-12-31', slots: [], reason: { nl: 'kerstvakantie' } },
    { validFrom: '2026-12-30', validThrough: '2026-12-30', slots: [slot('10:00', '11:00', true)] },
  ],
}

/** Every night from 22 to 6, holidays too. */
const nightShelter: OpeningHours = { ...base, onHolidays: 'open', regular: on(everyDay, [slot('22:00', '06:00')]) }

/** Day and night, and closed on holidays. */
const gate: OpeningHours = { ...base, regular: on(everyDay, [slot('00:00', '24:00')]) }

/** Only from May to September; nothing is known of the rest of the year. */
const pool: OpeningHours = {
  ...base,
  onHolidays: 'open',
  regular: on(everyDay, [slot('10:00', '18:00')], { validFrom: '2026-05-01', validThrough: '2026-09-30' }),
}

/** By appointment in the morning and afternoon, walk in for an hour at noon. */
const desk: OpeningHours = {
  ...base,
  regular: [...on(workingDays, [slot('09:00', '12:00', true), slot('12:00', '13:00'), slot('13:00', '16:00', true)])],
}

/** Sunday nights around the hour at which clocks change. */
const nightDesk: OpeningHours = {
  ...base,
  regular: on(['Sunday'], [slot('01:00', '02:30'), slot('03:00', '04:00')]),
}

/** Tuesday to Saturday; the year after has other hours. */
const park: OpeningHours = {
  ...base,
  regular: [
    ...on(['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'], [slot('09:00', '17:00')], {
      validThrough: '2026-12-31',
    }),
    ...on(['Monday', 'Saturday'], [slot('10:00', '14:00')], { validFrom: '2027-01-01' }),
  ],
}

const staffDay: Closure = {
  from: '2026-10-05T11:00:00+02:00',
  until: '2026-10-07T00:00:00+02:00',
  reason: { nl: 'personeelsdag' },
}
const works: Closure = {
  from: '2026-09-14T00:00:00+02:00',
  until: '2026-09-16T10:00:00+02:00',
  reason: { nl: 'verbouwing' },
}

export const placesOf: Record<string, { hours: OpeningHours; calendar: Calendar; closures?: Closure[] }> = {
  townHall: { hours: townHall, calendar, closures: [staffDay, works] },
  nightShelter: { hours: nightShelter, calendar },
  gate: { hours: gate, calendar },
  pool: { hours: pool, calendar },
  desk: { hours: desk, calendar },
  nightDesk: { hours: nightDesk, calendar },
  park: { hours: park, calendar },
}
