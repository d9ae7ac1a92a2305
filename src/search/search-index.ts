import type MiniSearch from 'minisearch'
import type { Analysis } from './analysis/analyse.ts'
import type { Vocabulary } from './analysis/vocabulary.ts'
import type { Encoder } from './encoder/encoder.ts'
import type { Entry } from './index-options.ts'
import type { LinearModel } from './linear/model.ts'
import type { Reader } from './linear/word-classes.ts'
import type { TermHits } from './words/term-hits.ts'

/** What search needs, compiled from the content; as JSON but for index and models, which are bytes. */
export type CompiledSearch = {
  analysisVersion: number
  vocabulary: Vocabulary
  /** Label → cities in which it leads somewhere; absent: all. */
  cities: Record<string, string[]>
  /** See `words/columns.ts`. */
  index: Uint8Array
}

/** Search, loaded and ready. */
export type Search = {
  analyse: (text: string) => Analysis
  index: MiniSearch<Entry>
  /** Number of entries in which a term stands; 0 when the index does not know it: only then it is mended. */
  known: (term: string) => number
  /** A text as it was probably meant, see `mending/`: for the word index and the linear models, and by half for the encoder when a match is doubtful. */
  meant: (text: string) => Analysis
  /** Whether a word is one of the name of a place. */
  isPlace: (word: string) => boolean
  /** What the index finds for a term. */
  hits: TermHits
  intent: LinearModel
  encoder: Encoder
  /** Which classes the words of a text belong to. */
  read: Reader
  /** A text as the encoder sees it: as it was written, for it learned with slips. */
  encode: (text: string) => Float32Array
  /** Labels that can be reached in a city; under `*` all of them. Gathered for a city that is asked about. */
  reachable: { get: (city: string) => Set<string> | undefined }
  /** Signals that are left out, to measure what each is worth; absent outside measurements. */
  without?: ReadonlySet<Signal>
}

export type Signal = 'mending' | 'index' | 'model' | 'encoder'
