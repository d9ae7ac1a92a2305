import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateIn, listIn, monthIn, weekdayIn } from '../../src/core/in-words.ts'
import type { WrittenLanguage } from '../../src/core/language.ts'

const locales: [WrittenLanguage, string][] = [
  ['nl', 'nl-BE'],
  ['fr', 'fr-BE'],
  ['en', 'en-GB'],
]

/** Every day of four years, one of them a leap year. */
const days: string[] = []
for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2029, 0, 1); at += 86_400_000) {
  days.push(new Date(at).toISOString().slice(0, 10))
}

describe.each(locales)('words for dates and lists in %s are those of the platform for %s', (lang, locale) => {
  const by = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (day: string): string => format.format(new Date(day))
  }

  it('for a day', () => {
    const platform = by({ day: 'numeric', month: 'long', year: 'numeric' })
    expect(days.map((day) => dateIn(lang, day))).toEqual(days.map(platform))
  })

  it('for a month, with a year and without', () => {
    const firsts = days.filter((day) => day.endsWith('-01'))
    const withYear = by({ month: 'long', year: 'numeric' })
    expect(firsts.map((day) => dateIn(lang, day.slice(0, 7)))).toEqual(firsts.map(withYear))
    const without = by({ month: 'long' })
    expect(firsts.map((day) => monthIn(lang, Number(day.slice(5, 7))))).toEqual(firsts.map(without))
  })

  it('for a weekday, with its date and without', () => {
    const withDate = by({ weekday: 'long', day: 'numeric', month: 'long' })
    expect(days.map((day) => weekdayIn(lang, day, true))).toEqual(days.map(withDate))
    const without = by({ weekday: 'long' })
    expect(days.map((day) => weekdayIn(lang, day, false))).toEqual(days.map(without))
  })

  it('for a list of any length', () => {
    const platform = new Intl.ListFormat(locale, { type: 'conjunction' })
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), (items) => {
        expect(listIn(lang, items)).toBe(platform.format(items))
      }),
    )
  })
})
