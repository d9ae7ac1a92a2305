import type { Catalogue, City } from '../../../core/catalogue.ts'
import { isWritten, type Language, type WrittenLanguage } from '../../../core/language.ts'
import type { Voice } from './voice.ts'

/** Languages that a city's policy allows, the official ones first. */
export const languagesOf = ({ languages }: City): WrittenLanguage[] => [
  ...languages.official,
  ...languages.courtesy.filter((lang) => !languages.official.includes(lang)),
]

export const allLanguages: [WrittenLanguage, ...WrittenLanguage[]] = ['nl', 'fr', 'en']

/** The language that was chosen, if the city speaks it. */
export function chosenLanguage(chosen: string | undefined, city: City | null): WrittenLanguage | undefined {
  const lang = chosen as Language | undefined
  if (!lang || !isWritten(lang)) return undefined
  return !city || languagesOf(city).includes(lang) ? lang : undefined
}

/** How a page of a city speaks: as chosen, else in its first official language or in all of them. */
export function voiceOf(catalogue: Catalogue, city: City, chosen?: string): Voice {
  const [first = 'nl', ...others] = city.languages.official
  const lang = chosenLanguage(chosen, city)
  if (lang) return { catalogue, city, langs: [lang] }
  return { catalogue, city, langs: city.languages.unknown === 'all-official' ? [first, ...others] : [first] }
}

/** The address of a page in one language; without a parameter where that is how it opens. */
export function addressIn(path: string, lang: WrittenLanguage, city: City | null): string {
  const opens = city?.languages.unknown === 'all-official' ? undefined : (city?.languages.official[0] ?? 'nl')
  return lang === opens ? path : `${path}?lang=${lang}`
}

/** The address of a page, in the language of the page that links to it. */
export function addressFrom({ city, langs: [lang, ...others] }: Voice, path: string): string {
  return others.length > 0 ? path : addressIn(path, lang, city)
}
