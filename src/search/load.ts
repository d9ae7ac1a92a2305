import { once } from '../core/once.ts'
import { analyser, analysisVersion } from './analysis/analyse.ts'
import { unpackModel } from './linear/model.ts'
import type { CompiledSearch, Search } from './search-index.ts'
import { openIndex } from './words/open-index.ts'
import { termHits } from './words/term-hits.ts'

/** @throws when the index was built by another version of the analysis: it would silently find less. */
export function loadSearch(compiled: CompiledSearch, intent: Uint8Array, cities: string[]): Search {
  if (compiled.analysisVersion !== analysisVersion)
    throw new Error('the index is of another version: run npm run compile')
  const { engine, entriesOf } = openIndex(compiled.index)
  const model = unpackModel(intent)
  const falseFriends = new Set(compiled.vocabulary.falseFriends)
  const counts = new Map<string, number>()
  const known = (term: string): number => {
    const count = counts.get(term) ?? entriesOf(term)
    if (count > 0) counts.set(term, count)
    return count || (falseFriends.has(term) ? 1 : 0)
  }
  const reachable = new Map(['*', ...cities].map((city) => [city, once(() => reachableIn(city))]))
  const reachableIn = (city: string): Set<string> =>
    new Set(model.labels.filter((label) => city === '*' || (compiled.cities[label]?.includes(city) ?? true)))
  return {
    analyse: analyser(compiled.vocabulary),
    index: engine,
    known,
    hits: termHits(engine, model.labels, (term) => known(term) > 0),
    intent: model,
    reachable: { get: (city) => reachable.get(city)?.() },
  }
}
