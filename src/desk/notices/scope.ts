import type { Catalogue, Channel } from '../../core/catalogue.ts'
import type { Texts } from '../../core/language.ts'
import type { Notice } from '../../core/notice.ts'

/** Something of a city that a notice can be about. */
export type Named = { id: string; name: Texts }

/** Everything of a city that a notice can be about, by kind. */
export type Scopes = { services: Named[]; locations: Named[]; districts: Named[] }

export function scopesOf({ cities, places }: Catalogue, city: string): Scopes {
  const { services = {}, organisations = {} } = cities[city] ?? {}
  const channels = [...Object.values(services), ...Object.values(organisations)].flatMap((page) => page.channels)
  const districts = places.places.filter((place) => place.city === city && place.kind !== 'city')
  return {
    services: eachOnce(Object.values(services)),
    locations: eachOnce(channels.flatMap(locationsOf)),
    districts: eachOnce(districts.map(({ id, name }) => ({ id, name: { nl: name } }))),
  }
}

const locationsOf = ({ location }: Channel): Named[] => (location ? [location] : [])

const eachOnce = (all: Named[]): Named[] =>
  [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()].sort((a, b) => (a.name.nl < b.name.nl ? -1 : 1))

/** Fields of a notice that do not fit its city: a language of the city is missing, or something that is not there. */
export function faultsIn(notice: Notice, city: string, catalogue: Catalogue): string[] {
  const scopes = scopesOf(catalogue, city)
  const { official } = catalogue.cities[city]?.languages ?? { official: [] }
  const unknown = (['services', 'locations', 'districts'] as const).filter((kind) => {
    const known = new Set(scopes[kind].map(({ id }) => id))
    return notice[kind].some((id) => !known.has(id))
  })
  return [...official.filter((lang) => !notice.text[lang]).map((lang) => `text.${lang}`), ...unknown]
}
