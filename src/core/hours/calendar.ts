import type { Catalogue } from '../catalogue.ts'
import type { Calendar } from './opening-hours.ts'

/** Public holidays of the country with the bridge days that a city adds. */
export function calendarOf({ cities, holidays }: Pick<Catalogue, 'cities' | 'holidays'>, city: string): Calendar {
  const own = cities[city]?.bridgeDays ?? {}
  const { days, names, through } = holidays
  return { through, holiday: (day) => own[day] ?? names[days[day] ?? ''] }
}
