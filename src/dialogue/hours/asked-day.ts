import type { Catalogue } from '../../core/catalogue.ts'
import { weekdays } from '../../core/hours/opening-hours.ts'
import { dayAfter, wallClock, weekdayOf } from '../../core/hours/wall-clock.ts'
import { monthIn, weekdayIn } from '../../core/in-words.ts'
import type { WrittenLanguage } from '../../core/language.ts'
import { wordsOf } from '../../search/patterns.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** The day that a question about hours names, `YYYY-MM-DD`: a weekday, tomorrow, a date or a holiday, from today on. */
export function askedDay({ asks, particular, text, at }: Turn, { catalogue }: World): string | null {
  if (!asks.includes('hours') || particular === 'hours') return null
  const today = wallClock(Date.parse(at)).day
  const words = wordsOf(text)
  const { daysAhead, months, days } = names()
  const list = words.split(' ')
  const dated = list.flatMap((word, at) => dateAt(word, list[at + 1], months, today))[0]
  if (dated) return dated
  const holiday = holidayIn(words, today, catalogue.holidays)
  if (holiday) return holiday
  const ahead = list.find((word) => daysAhead.has(word))
  if (ahead) return dayAfter(today, daysAhead.get(ahead))
  const weekday = list.map((word) => days.get(word)).find((index) => index !== undefined)
  return weekday === undefined ? null : nextWeekday(weekday, today)
}

/** Whether a folded word can be part of a date: a number, a month, a word of a holiday's name. */
export const isOfDate = (word: string, { catalogue }: World): boolean =>
  /^\d+$/.test(word) ||
  names().months.has(word) ||
  Object.values(catalogue.holidays.names).some((texts) =>
    Object.values(texts).some((name) =>
      wordsOf(name ?? '')
        .split(' ')
        .includes(word),
    ),
  )

/** "24 december": this year's, or next year's once it is past. */
function dateAt(word: string, next = '', months: Map<string, number>, today: string): string[] {
  const month = months.get(next)
  if (!month || !/^([1-9]|[12]\d|3[01])$/.test(word)) return []
  const year = Number(today.slice(0, 4))
  const rest = `${String(month).padStart(2, '0')}-${word.padStart(2, '0')}`
  return [`${year}-${rest}` >= today ? `${year}-${rest}` : `${year + 1}-${rest}`]
}

function holidayIn(words: string, today: string, { days, names: known }: Catalogue['holidays']): string | undefined {
  const named = Object.entries(known).find(([, texts]) =>
    Object.values(texts).some((name) => ` ${words} `.includes(` ${wordsOf(name ?? '')} `)),
  )
  return Object.keys(days).find((day) => day >= today && days[day] === named?.[0])
}

function nextWeekday(index: number, today: string): string {
  const now = weekdays.indexOf(weekdayOf(today))
  return dayAfter(today, (index - now + weekdays.length) % weekdays.length)
}

type Names = { days: Map<string, number>; months: Map<string, number>; daysAhead: Map<string, number> }
let made: Names | undefined

/** Names of days and months in the written languages, as the platform spells them. */
function names(): Names {
  const languages: WrittenLanguage[] = ['nl', 'fr', 'en']
  const monday = '2026-11-16'
  made ??= {
    days: new Map(
      languages.flatMap((lang) =>
        weekdays.map((_, at): [string, number] => [wordsOf(weekdayIn(lang, dayAfter(monday, at), false)), at]),
      ),
    ),
    months: new Map(
      languages.flatMap((lang) =>
        Array.from({ length: 12 }, (_, at): [string, number] => [wordsOf(monthIn(lang, at + 1)), at + 1]),
      ),
    ),
    daysAhead: new Map([
      ['morgen', 1],
      ['demain', 1],
      ['tomorrow', 1],
      ['overmorgen', 2],
    ]),
  }
  return made
}
