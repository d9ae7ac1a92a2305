import type { WrittenLanguage } from './language.ts'

/** Dates and lists in words, as people write them in this country. Days are `YYYY-MM-DD`; a date may be only a year or a month. */

const localeOf = (lang: WrittenLanguage): string => (lang === 'en' ? 'en-GB' : `${lang}-BE`)

const mostDates = 1000

type Part = 'weekday' | 'day' | 'month' | 'year'
const forms: Record<Part, Intl.DateTimeFormatOptions> = {
  weekday: { weekday: 'long' },
  day: { day: 'numeric' },
  month: { month: 'long' },
  year: { year: 'numeric' },
}

const formats = new Map<string, Intl.DateTimeFormat>()
const lists = new Map<WrittenLanguage, Intl.ListFormat>()
/** Dates come from the content, so they are few. */
const written = new Map<string, string>()

/** Making one costs more than using it a thousand times. */
function formatOf(lang: WrittenLanguage, parts: Part[]): Intl.DateTimeFormat {
  const key = `${lang} ${parts.join(' ')}`
  const options = Object.assign({ timeZone: 'UTC' }, ...parts.map((part) => forms[part]))
  const format = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(lang), options)
  formats.set(key, format)
  return format
}

/** "juni 2024" for `2024-06`; as much as the date tells. Undefined for what is no date. */
export function dateIn(lang: WrittenLanguage, date: string | null | undefined): string | undefined {
  if (!date || !/^\d{4}(-\d\d){0,2}$/.test(date)) return undefined
  const [year = '', month, day] = date.split('-')
  if (!month) return year
  const known = written.get(`${lang} ${date}`)
  if (known) return known
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  const words = formatOf(lang, day ? ['day', 'month', 'year'] : ['month', 'year']).format(moment)
  if (written.size < mostDates) written.set(`${lang} ${date}`, words)
  return words
}

/** "maandag", or "maandag 23 november" with its date. */
export function weekdayIn(lang: WrittenLanguage, day: string, withDate: boolean): string {
  const parts: Part[] = withDate ? ['weekday', 'day', 'month'] : ['weekday']
  return formatOf(lang, parts).format(new Date(`${day}T00:00:00Z`))
}

/** "december"; months count from 1. */
export const monthIn = (lang: WrittenLanguage, month: number): string =>
  formatOf(lang, ['month']).format(new Date(Date.UTC(2026, month - 1, 1)))

/** "Muide, Rabot en Zuid". */
export function listIn(lang: WrittenLanguage, items: string[]): string {
  const format = lists.get(lang) ?? new Intl.ListFormat(localeOf(lang), { type: 'conjunction' })
  lists.set(lang, format)
  return format.format(items)
}
