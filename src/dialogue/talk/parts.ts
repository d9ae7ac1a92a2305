import { tokens } from '../../search/analysis/fold.ts'
import { wordsOf } from '../../search/patterns.ts'
import { findPlaces } from '../../search/places.ts'
import type { World } from '../world.ts'
import { phrasesOf } from './reactions.ts'

export type Parts = {
  /** Meaningful terms that are a subject of their own. */
  own: string[]
  /** Words that lean on what went before, and those that say more about it. */
  leaning: number
  qualifiers: number
  places: number
}

/** Takes a message apart: what it names itself, and what only makes sense with what went before. */
export function partsOf(text: string, world: World): Parts {
  const { catalogue, search } = world
  const places = findPlaces(text, catalogue.places)
  const named = new Set(places.flatMap(({ words }) => tokens(wordsOf(words))))
  const words = tokens(wordsOf(text)).filter((word) => !named.has(word))
  const [lead, refers] = [phrasesOf('lead', world), phrasesOf('refers', world)]
  const [filler, qualifiers] = [phrasesOf('filler', world), phrasesOf('modifiers', world)]
  const begins = [1, 2, 3, 4].some((length) => lead.has(words.slice(0, length).join(' ')))
  const rest = words.filter((word) => ![lead, refers, filler, qualifiers].some((set) => set.has(word)))
  return {
    own: search.analyse(rest.join(' ')).terms.filter((term) => !/^\d+$/.test(term)),
    leaning: words.filter((word) => refers.has(word)).length + (begins ? 1 : 0),
    qualifiers: words.filter((word) => qualifiers.has(word)).length,
    places: places.length,
  }
}
