import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpen, nextOpening, openState } from '../../../src/core/hours/open-state.ts'
import {
  type Calendar,
  type Closure,
  type OpeningHours,
  type Slot,
  weekdays,
} from '../../../src/core/hours/opening-hours.ts'
import { dayAfter, isoOf, weekdayOf } from '../../../src/core/hours/wall-clock.ts'
import { fresh } from './places.ts'

/** Any calendar of 2026: seasons, special days, holidays, closures, nights, and both clock changes. */

const minute = 60_000
const first = '2026-01-01'
const day = fc.nat(364).map((at) => dayAfter(first, at))
/** Around the hour that is skipped or comes twice only whole hours: what a clock shows there has two meanings. */
const time = fc
  .tuple(fc.nat(23), fc.constantFrom(0, 15, 30, 45, 59))
  .map(([hour, past]) => `${String(hour).padStart(2, '0')}:${String(hour === 2 ? 0 : past).padStart(2, '0')}`)
const slot = fc
  .record({ opens: time, closes: fc.oneof(time, fc.constant('24:00')), byAppointment: fc.boolean() })
  .filter(({ opens, closes }) => opens !== closes)
const period = fc.tuple(day, day).map((days) => {
  const [validFrom = first, validThrough = first] = days.toSorted()
  return { validFrom, validThrough }
})
const regular = fc
  .tuple(fc.subarray([...weekdays], { minLength: 1 }), slot, fc.option(period, { nil: undefined }))
  .map(([dayOfWeek, one, dates]) => ({ dayOfWeek, ...one, ...dates }))
const special = fc.tuple(period, fc.array(slot, { maxLength: 2 })).map(([dates, slots]) => ({ ...dates, slots }))
const hours: fc.Arbitrary<OpeningHours> = fc.record({
  fact: fc.constant(fresh),
  regular: fc.array(regular, { minLength: 1, maxLength: 4 }),
  special: fc.array(special, { maxLength: 2 }),
  onHolidays: fc.constantFrom('open' as const, 'closed' as const),
  lastEntry: fc.constantFrom(0, 15, 60),
})
const holidays: fc.Arbitrary<Calendar> = fc
  .uniqueArray(day, { maxLength: 20 })
  .map((days) => ({ through: '2027-12-31', holiday: (on) => (days.includes(on) ? { nl: 'feestdag' } : undefined) }))
const moment = fc.nat(364 * 24 * 60).map((minutes) => Date.parse('2026-01-01T00:00:00+01:00') + minutes * minute)
/** The moments at which something is likely to go wrong. */
const hard = fc
  .constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-12-31T23:00:00Z')
  .chain((around) => fc.integer({ min: -300, max: 300 }).map((minutes) => Date.parse(around) + minutes * minute))
const closure: fc.Arbitrary<Closure> = fc
  .tuple(moment, fc.integer({ min: 1, max: 4000 }))
  .map(([from, minutes]) => ({ from: isoOf(from), until: isoOf(from + minutes * minute), reason: { nl: 'werken' } }))
const place = fc.record({ hours, calendar: holidays, closures: fc.array(closure, { maxLength: 2 }) })
const at = fc.oneof(moment, hard)

/** What the wall clock shows, by the platform and not by the code that is tested. */
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short', timeStyle: 'short' })
const wall = (moment: number): [string, string] => clock.format(moment).split(' ') as [string, string]

type Place = { hours: OpeningHours; calendar: Calendar; closures: Closure[] }

/** Slots of a day, said once more in the simplest way. */
function slotsOn(on: string, { hours: { regular, special, onHolidays }, calendar }: Place): Slot[] {
  const span = ({
    validFrom = '0000',
    validThrough = '9999',
  }: {
    validFrom?: string
    validThrough?: string
  }): number => (validFrom === '0000' ? Infinity : Date.parse(validThrough) - Date.parse(validFrom))
  const holds = ({
    validFrom = '0000',
    validThrough = '9999',
  }: {
    validFrom?: string
    validThrough?: string
  }): boolean => validFrom <= on && on <= validThrough
  const days = special.filter(holds).toSorted((a, b) => span(a) - span(b))
  if (days[0]) return days[0].slots
  if (onHolidays === 'closed' && calendar.holiday(on)) return []
  const seasons = (regular as (Slot & { dayOfWeek: string[]; validFrom?: string; validThrough?: string })[]).filter(
    holds,
  )
  const shortest = Math.min(...seasons.map(span))
  return seasons.filter((one) => span(one) === shortest && one.dayOfWeek.includes(weekdayOf(on)))
}

/** Whether the clock on the wall stands within the hours, and nothing is closed. */
function withinHours(moment: number, place: Place): boolean {
  const [today, now] = wall(moment)
  const inSlot = slotsOn(today, place).some(({ opens, closes }) => opens <= now && (closes <= opens || now < closes))
  const late = slotsOn(dayAfter(today, -1), place).some(({ opens, closes }) => closes <= opens && now < closes)
  const shut = place.closures.some(({ from, until }) => Date.parse(from) <= moment && moment < Date.parse(until))
  return (inSlot || late) && !shut
}

const runs = { numRuns: 300 }

describe('for any calendar', () => {
  it('a place is open exactly when the wall clock is within its hours', () => {
    fc.assert(
      fc.property(place, at, (any, now) => {
        fc.pre(openState(any, now).is !== 'unknown')
        expect(isOpen(any, now)).toBe(withinHours(now, any))
      }),
      runs,
    )
  })

  it('the next opening is not in the past, is open, and is the first', () => {
    fc.assert(
      fc.property(place, at, fc.nat(), (any, now, pick) => {
        const state = openState(any, now)
        fc.pre(state.is === 'closed' && state.next !== null)
        const next = (state.is === 'closed' && state.next?.from) || 0
        expect(next).toBeGreaterThan(now)
        expect(isOpen(any, next)).toBe(true)
        const between = now + (pick % Math.max(1, Math.floor((next - now) / minute))) * minute
        expect(isOpen(any, between)).toBe(false)
        expect(isOpen(any, next - minute)).toBe(false)
      }),
      runs,
    )
  })

  it('the next opening may be what a closure left of a night that began the day before', () => {
    const any: Parameters<typeof openState>[0] = {
      hours: {
        fact: fresh,
        regular: [{ dayOfWeek: ['Thursday'], opens: '11:15', closes: '01:00', byAppointment: false }],
        special: [],
        onHolidays: 'open',
        lastEntry: 0,
      },
      calendar: { through: '2027-12-31', holiday: () => undefined },
      closures: [{ from: '2026-12-30T22:20:00+01:00', until: '2027-01-01T00:07:00+01:00', reason: { nl: 'werken' } }],
    }
    const next = nextOpening(any, Date.parse('2027-01-01T00:06:00+01:00'))
    expect(next?.from).toBe(Date.parse('2027-01-01T00:07:00+01:00'))
  })

  it('an opening lasts until it says, and no longer', () => {
    fc.assert(
      fc.property(place, at, (any, now) => {
        const state = openState(any, now)
        fc.pre(state.is === 'open' && state.until !== null)
        if (state.is !== 'open' || state.until === null) return
        expect(state.until).toBeGreaterThan(now)
        expect(isOpen(any, state.until - minute)).toBe(true)
        const after = openState(any, state.until)
        expect(after.is !== 'open' || after.byAppointment !== state.byAppointment || overlaps(any, state.until)).toBe(
          true,
        )
        expect(state.latestArrival).toBe(state.until - any.hours.lastEntry * minute)
      }),
      runs,
    )
  })

  it('no opening is missed within a week', () => {
    fc.assert(
      fc.property(place, at, fc.nat(7 * 24 * 60), (any, now, ahead) => {
        const later = now + ahead * minute
        fc.pre(openState(any, now).is === 'closed')
        const next = nextOpening(any, now)
        expect(isOpen(any, later) && next !== null && next.from > later).toBe(false)
      }),
      runs,
    )
  })
})

/** Whether another slot runs over this moment: a night of the day before, or hours with another rule. */
const overlaps = (any: Place, moment: number): boolean => withinHours(moment, any)
