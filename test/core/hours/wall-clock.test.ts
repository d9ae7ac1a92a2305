import { describe, expect, it } from 'vitest'
import { dayAfter, daysBetween, isoOf, momentOf, wallClock, weekdayOf } from '../../../src/core/hours/wall-clock.ts'

const hour = 3_600_000
/** Every half hour of eight years: sixteen changes of the clock, two leap days. */
const moments: number[] = []
for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2032, 0, 1); at += hour / 2) moments.push(at)

const platform = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'short',
})
const shown = (moment: number): string => Object.values(wallClock(moment)).join(' ')

describe('the clock on the wall', () => {
  it('shows what the platform says for Brussels, at any moment', () => {
    const wrong = moments.filter((moment) => shown(moment) !== platform.format(moment))
    expect(wrong.map(isoOf)).toEqual([])
  })

  it('leads back to the moment, or to the first at which it showed the same', () => {
    const first = new Map<string, number>()
    for (const moment of moments) if (!first.has(shown(moment))) first.set(shown(moment), moment)
    const wrong = moments.filter((moment) => {
      const { day, time } = wallClock(moment)
      return momentOf(day, time) !== first.get(shown(moment))
    })
    expect(wrong.map(isoOf)).toEqual([])
  })

  it('is written with its offset, which leads back without a doubt', () => {
    expect(moments.filter((moment) => Date.parse(isoOf(moment)) !== moment)).toEqual([])
    expect(isoOf(Date.UTC(2026, 10, 21, 9))).toBe('2026-11-21T10:00:00+01:00')
  })

  it.each([
    ['a time that is skipped counts an hour later', '2026-03-29', '02:30', '2026-03-29T03:30:00+02:00'],
    ['a time that comes twice counts the first time', '2026-10-25', '02:30', '2026-10-25T02:30:00+02:00'],
    ['midnight at the end of the day that has 25 hours', '2026-10-25', '24:00', '2026-10-26T00:00:00+01:00'],
  ])('%s', (_, day, time, iso) => expect(isoOf(momentOf(day, time))).toBe(iso))

  it('counts days over the end of a month, of a year, and over a change of the clock', () => {
    expect(dayAfter('2028-02-28')).toBe('2028-02-29')
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2026-03-01', '2026-11-01')).toBe(245)
    expect(['2026-11-22', '2026-11-23'].map(weekdayOf)).toEqual(['Sunday', 'Monday'])
  })

  it.each(['2026-02-30', '2026-13-01', 'morgen', ''])('knows no day "%s"', (day) => {
    expect(() => momentOf(day, '10:00')).toThrow(RangeError)
    expect(() => dayAfter(day)).toThrow(RangeError)
    expect(() => weekdayOf(day)).toThrow(RangeError)
  })
})
