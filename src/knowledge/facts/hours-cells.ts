import type * as z from 'zod'
import { dayAfter } from '../../core/hours/wall-clock.ts'
import { weekdayIn } from '../../core/in-words.ts'
import type { WrittenLanguage } from '../../core/language.ts'
import type { openingHours } from '../schema/hours.ts'
import { days } from './sheet.ts'

/** Hours as an owner writes them in the check-list, day by day: "9:00-12:30, 14:00-16:00" or "gesloten". */

type Regular = z.input<typeof openingHours>['regular'][number]
type DutchDay = Regular['dayOfWeek'][number]
const short: DutchDay[] = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']

type Span = { opens: string; closes: string }

/** The hours of a row, or what is wrong with them. Days with the same hours stand together. */
export function hoursIn(cells: Partial<Record<string, string>>, byAppointment: boolean): Regular[] | string {
  const found = days.map((day) => ({ day, spans: spansIn(cells[day] ?? '') }))
  const wrong = found.find(({ spans }) => spans === undefined)
  if (wrong) return `${wrong.day}: schrijf uren als 9:00-12:30, 14:00-16:00 of gesloten`
  const slots = found.flatMap(({ spans = [] }, at) => spans.map((span) => ({ day: short[at] as DutchDay, ...span })))
  if (slots.length === 0) return 'vul voor minstens één dag uren in'
  return [...Map.groupBy(slots, ({ opens, closes }) => `${opens} ${closes}`).values()].map((same) => ({
    dayOfWeek: same.map(({ day }) => day),
    opens: same[0]?.opens ?? '',
    closes: same[0]?.closes ?? '',
    ...(byAppointment ? { byAppointment } : {}),
  }))
}

function spansIn(cell: string): Span[] | undefined {
  const text = cell.trim().toLowerCase()
  if (text === '' || text === 'gesloten') return []
  const spans = text.split(/[,;]|\ben\b/).map((part) => /^\s*(\S+?)\s*(?:-|–|tot)\s*(\S+?)\s*(?:u|uur)?\s*$/.exec(part))
  const times = spans.map((span) => ({ opens: timeIn(span?.[1]), closes: timeIn(span?.[2]) }))
  return times.every((time): time is Span => Boolean(time.opens && time.closes && time.opens < time.closes))
    ? times
    : undefined
}

/** "9", "9u", "9.30", "09:30" → "09:30". */
function timeIn(text = ''): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.u](\d{2})?)?$/.exec(text) ?? []
  return hour && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute || '00'}` : undefined
}

const monday = '2026-11-16'

/** The same in words that need no sentence: "ma 09:00-12:30; za 10:00-12:00". */
export function hoursText(regular: Regular[], lang: WrittenLanguage): string {
  const name = (day: DutchDay): string => weekdayIn(lang, dayAfter(monday, short.indexOf(day)), false)
  const byDay = short.flatMap((day) => {
    const spans = regular
      .filter(({ dayOfWeek }) => dayOfWeek.includes(day))
      .map(({ opens, closes }) => `${opens}-${closes}`)
    return spans.length > 0 ? [`${name(day)} ${spans.sort().join(', ')}`] : []
  })
  return byDay.join('; ')
}
