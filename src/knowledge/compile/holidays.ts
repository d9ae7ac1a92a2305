import Holidays from 'date-holidays'
import type { Catalogue } from '../../core/catalogue.ts'
import type { Texts } from '../../core/language.ts'
import type { Knowledge } from '../read.ts'

/**
 * The public holidays of a country, computed when the content is compiled: the library knows every country of the world
 * and is far too large to run at the edge.
 */
export function compileHolidays({ country, years }: Knowledge['holidays']): Catalogue['holidays'] {
  const names: Record<string, Texts> = {}
  const days: Record<string, string> = {}
  for (let year = years.from; year <= years.through; year++) {
    for (const [day, name] of publicHolidays(country, year)) {
      names[name.nl] = name
      days[day] = name.nl
    }
  }
  return { through: `${years.through}-12-31`, days, names }
}

function publicHolidays(country: string, year: number): [string, Texts][] {
  const [nl, fr, en] = ['nl', 'fr', 'en'].map((language) =>
    new Holidays(country).getHolidays(year, language).filter(({ type }) => type === 'public'),
  )
  return (nl ?? []).map(({ date, name }, at) => [
    date.slice(0, 10),
    { nl: name, fr: fr?.[at]?.name ?? name, en: en?.[at]?.name ?? name },
  ])
}
