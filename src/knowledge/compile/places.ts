import type { Catalogue, Place } from '../../core/catalogue.ts'
import { fold, tokens } from '../../search/analysis/fold.ts'
import type { Knowledge } from '../read.ts'

/** All places by folded name and by postcode: ours, and municipalities elsewhere. */
export function compilePlaces({ cities, elsewhere }: Knowledge): Catalogue['places'] {
  const places: Place[] = []
  const names: Record<string, number[]> = {}
  const postcodes: Record<string, number[]> = {}
  const add = (index: Record<string, number[]>, key: string, at: number): void => {
    if (!(index[key] ?? []).includes(at)) index[key] = [...(index[key] ?? []), at]
  }
  for (const { slug, districts, city } of cities) {
    for (const { id, name, kind, postcodes: codes, aliases, within, alsoIn } of districts) {
      const at = places.push({ id, name, city: slug, kind, within, alsoIn }) - 1
      const cityNames = kind === 'city' ? [city.name.nl, city.name.fr, city.name.en] : []
      for (const known of [name, ...aliases, ...cityNames]) add(names, key(known), at)
      for (const code of codes) add(postcodes, code, at)
    }
  }
  for (const name of elsewhere.names) {
    if (names[key(name)]) continue
    const at = places.push({ id: key(name).replaceAll(' ', '-'), name, city: null, kind: 'elsewhere', alsoIn: [] }) - 1
    add(names, key(name), at)
  }
  return { places, names, postcodes, ordinary: elsewhere.ordinary.map(key) }
}

const key = (name: string): string => tokens(fold(name)).join(' ')
