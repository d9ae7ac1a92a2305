import type { Catalogue } from '../../core/catalogue.ts'
import { wordsOf } from '../../search/patterns.ts'
import { findPlaces } from '../../search/places.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { isOfDate } from './asked-day.ts'

/** "Zijn jullie nu open?": asks for hours and names nothing that it could be about, so it is about the city itself. */
export function asksHoursOfCity({ asks, text, askedDay }: Turn, world: World): boolean {
  const { catalogue, search } = world
  if (!asks.includes('hours')) return false
  const places = findPlaces(text, catalogue.places).map(({ words }) => words)
  const rest = places.reduce((left, place) => left.replace(place, ' '), text)
  const known = wordsAboutHours(catalogue)
  const addsNothing = (word: string): boolean =>
    known.has(word) || search.analyse(word).terms.length === 0 || (askedDay !== null && isOfDate(word, world))
  return wordsOf(rest).split(' ').every(addsNothing)
}

const lists = new WeakMap<Catalogue, Set<string>>()

function wordsAboutHours(catalogue: Catalogue): Set<string> {
  const words = lists.get(catalogue) ?? new Set(catalogue.patterns.asksFor.aboutHours ?? [])
  lists.set(catalogue, words)
  return words
}
