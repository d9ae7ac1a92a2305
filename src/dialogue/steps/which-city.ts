import type { City } from '../../core/catalogue.ts'
import { cityOf, nameIn, offerable } from '../targets.ts'
import type { Decision, Need, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { askCity } from './ask.ts'

/** Share from which what a candidate belongs to counts as a city that may be meant. */
const rivalShare = 0.08

/** Cities of the bodies that a message names when it says no city: several have a "secretariaat". */
export const citiesOfNamed = ({ city, named }: Turn): string[] => (city === null ? [...new Set(named.map(cityOf))] : [])

export const citiesOf = (concept: string, { catalogue }: World): string[] => {
  const filled = Object.values(catalogue.cities).filter(({ concepts }) => Object.hasOwn(concepts, concept))
  return (filled.length > 0 ? filled : Object.values(catalogue.cities)).map(({ id }) => id)
}

/** Cities that have a page on the same thing as this one: who names no city may mean any of them. */
function citiesWithTheLike(target: string, { catalogue }: World): string[] {
  const own = Object.entries(catalogue.cities[cityOf(target)]?.concepts ?? {}).filter(([, page]) => page === target)
  const alike = ({ concepts }: City): boolean => own.some(([concept]) => Object.hasOwn(concepts, concept))
  return Object.values(catalogue.cities)
    .filter(alike)
    .map(({ id }) => id)
}

/** Without a city, what only one city has is answered for that city; what several may have is asked. */
export function withoutCity(turn: Turn, world: World, need: Need): { decision: Decision; city?: string } {
  const likely = need.candidates.filter(({ share }) => share >= rivalShare).map(({ target }) => cityOf(nameIn(target)))
  const named = turn.named.map(cityOf)
  const cities = [...new Set([...named, ...likely])].filter((slug) => Object.hasOwn(world.catalogue.cities, slug))
  const [only] = cities
  const target = need.candidates[0]?.target ?? ''
  const others = named.length === 0 ? citiesWithTheLike(target, world) : []
  if (others.length > 1) return { decision: askCity(turn, world, others) }
  if (cities.length === 1 && only && offerable(target))
    return { decision: { outcome: 'answered', targets: [target] }, city: only }
  return { decision: askCity(turn, world, cities.length > 0 ? cities : Object.keys(world.catalogue.cities)) }
}
