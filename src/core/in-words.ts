import type { WrittenLanguage } from './language.ts'

/**
 * Dates and lists in words, as people write them in this country. Days are `YYYY-MM-DD`; a date may be only a year or a
 * month. The words stand here, since the platform takes time to load its own at every start (decision 0066);
 * a test holds them to what it says for nl-BE, fr-BE and en-GB.
 */

type Words = { and: string; months: readonly string[]; weekdays: readonly string[] }

/** Weekdays begin with Sunday, as `Date` counts them. */
const written: Record<WrittenLanguage, Words> = {
  nl: {
    and: 'en',
    months: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
    weekdays: 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'.split(' '),
  },
  fr: {
    and: 'et',
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
    weekdays: 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' '),
  },
  en: {
    and: 'and',
    months: 'January February March April May June July August September October November December'.split(' '),
    weekdays: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  },
}

/** "juni 2024" for `2024-06`; as much as the date tells. Undefined for what is no date. */
export function dateIn(lang: WrittenLanguage, date: string | null | undefined): string | undefined {
  if (!date || !/^\d{4}(-\d\d){0,2}$/.test(date)) return undefined
  const [year, month, day] = date.split('-').map(Number)
  if (month === undefined) return `${year}`
  const name = monthIn(lang, month)
  if (name === '') return undefined
  return day ? `${day} ${name} ${year}` : `${name} ${year}`
}

/** "maandag", or "maandag 23 november" with its date. */
export function weekdayIn(lang: WrittenLanguage, day: string, withDate: boolean): string {
  const moment = new Date(`${day}T00:00:00Z`)
  const weekday = written[lang].weekdays[moment.getUTCDay()] ?? ''
  return withDate ? `${weekday} ${moment.getUTCDate()} ${monthIn(lang, moment.getUTCMonth() + 1)}` : weekday
}

/** "december"; months count from 1. */
export const monthIn = (lang: WrittenLanguage, month: number): string => written[lang].months[month - 1] ?? ''

/** "Muide, Rabot en Zuid". */
export function listIn(lang: WrittenLanguage, items: string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${written[lang].and} ${last}`
}
