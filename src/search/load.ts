import MiniSearch from 'minisearch'
import { analyser, analysisVersion } from './analysis/analyse.ts'
import { indexOptions } from './index-options.ts'
import { unpackModel } from './linear/model.ts'
import type { CompiledSearch, Search, SerialisedIndex } from './search-index.ts'

/** @throws when the index was built by another version of the analysis: it would silently find less. */
export function loadSearch(compiled: CompiledSearch, intent: Uint8Array, cities: string[]): Search {
  if (compiled.analysisVersion !== analysisVersion)
    throw new Error('the index is of another version: run npm run compile')
  const index = MiniSearch.loadJS(compiled.index as never, indexOptions)
  const model = unpackModel(intent)
  const reachableIn = (city: string): Set<string> =>
    new Set(model.labels.filter((label) => compiled.cities[label]?.includes(city) ?? true))
  return {
    analyse: analyser(compiled.vocabulary),
    index,
    known: new Map([
      ...compiled.vocabulary.falseFriends.map((word): [string, number] => [word, 1]),
      ...compiled.index.index.map(entriesOf),
    ]),
    intent: model,
    reachable: new Map([
      ['*', new Set(model.labels)],
      ...cities.map((city): [string, Set<string>] => [city, reachableIn(city)]),
    ]),
  }
}

const entriesOf = ([term, postings]: SerialisedIndex['index'][number]): [string, number] => [
  term,
  Math.max(...Object.values(postings).map((entries) => Object.keys(entries).length)),
]
