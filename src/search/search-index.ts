import type MiniSearch from 'minisearch'
import type { Analysis } from './analysis/analyse.ts'
import type { Vocabulary } from './analysis/vocabulary.ts'
import type { Entry } from './index-options.ts'
import type { LinearModel } from './linear/model.ts'

/** MiniSearch's serialisation: for each term, field → entry → how often. */
export type SerialisedIndex = { index: [string, Record<string, Record<string, number>>][] }

/** What search needs, compiled from the content; as JSON but for the models, which are bytes. */
export type CompiledSearch = {
  analysisVersion: number
  vocabulary: Vocabulary
  /** MiniSearch's own serialisation. */
  index: SerialisedIndex
  /** Label → cities in which it leads somewhere; absent: all. */
  cities: Record<string, string[]>
}

/** Search, loaded and ready. */
export type Search = {
  analyse: (text: string) => Analysis
  index: MiniSearch<Entry>
  /** Terms that the index knows, with the number of entries they stand in: never matched fuzzily. */
  known: Map<string, number>
  intent: LinearModel
  /** Labels that can be reached in a city; under `*` all of them. */
  reachable: Map<string, Set<string>>
}
