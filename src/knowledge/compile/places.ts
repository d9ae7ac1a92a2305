import type { StreetPart } from '../../core/address.ts'
import { plainAddress } from '../../core/address-in-text.ts'
import type { Catalogue, Place } from '../../core/catalogue.ts'
import { fold, tokens } from '../../search/analysis/fold.ts'
import { longestNames } from '../../search/first-words.ts'
import type { CityKnowledge, Knowledge } from '../read.ts'

/** All places by folded name and by postcode: ours, and municipalities elsewhere. */
export function compilePlaces({ cities, elsewhere }: Knowledge): Catalogue['places'] {
  const places: Place[] = []
  const names: Record<string, number[]> = {}
  const postcodes: Record<string, number[]> = {}
  const add = (index: Record<string, number[]>, key: string, at: number): void => {
    if (!(index[key] ?? []).includes(at)) index[key] = [...(index[key] ?? []), at]
  }
  for (const { slug, districts, city } of cities) {
    for (const { id, name, kind, postcodes: codes, aliases, within, alsoIn, merged } of districts) {
      const at = places.push({ id, name, city: slug, kind, within, alsoIn, merged }) - 1
      const cityNames = kind === 'city' ? [city.name.nl, city.name.fr, city.name.en] : []
      for (const known of [name, ...aliases, ...cityNames]) add(names, key(known), at)
      for (const code of codes) add(postcodes, code, at)
    }
  }
  for (const name of elsewhere.names) {
    if (names[key(name)]) continue
    const at = places.push({ id: idOf(name), name, city: null, kind: 'elsewhere', alsoIn: [] }) - 1
    add(names, key(name), at)
  }
  return {
    places,
    names,
    openings: longestNames(Object.keys(names)),
    postcodes,
    streets: compileStreets(cities, places),
    public: cities.flatMap(publicAddresses),
    ordinary: elsewhere.ordinary.map(key),
    regions: Object.fromEntries(
      Object.entries(elsewhere.regions).map(([region, found = []]) => [region, found.map(idOf)]),
    ),
  }
}

const key = (name: string): string => tokens(fold(name)).join(' ')
const idOf = (name: string): string => key(name).replaceAll(' ', '-')

function compileStreets(cities: CityKnowledge[], places: Place[]): Record<string, StreetPart[]> {
  const streets: Record<string, StreetPart[]> = {}
  for (const { slug, streets: own } of cities) {
    for (const { street, district, from, to, side } of own) {
      const place = places.findIndex(({ id, city }) => city === slug && id === district)
      const name = plainAddress(street)
      streets[name] = [...(streets[name] ?? []), { place, from, to, side }]
    }
  }
  return streets
}

/** Street and number of each public building, as a citizen may repeat them. */
const publicAddresses = ({ facts }: CityKnowledge): string[] =>
  facts
    .filter(({ kind }) => kind === 'address')
    .flatMap(({ value }) => (typeof value === 'string' ? [value] : Object.values(value)))
    .map((address) => plainAddress((address ?? '').split(',')[0] ?? ''))
