import { once } from '../core/once.ts'
import { remembering } from '../core/remembering.ts'
import { analyser, analysisVersion } from './analysis/analyse.ts'
import { encoding } from './encoder/encode.ts'
import type { Encoder } from './encoder/encoder.ts'
import { readingOf } from './encoder/reading.ts'
import { unpackModel } from './linear/model.ts'
import type { Reader } from './linear/word-classes.ts'
import { asMeant } from './mending/as-meant.ts'
import { formsIn } from './mending/forms.ts'
import { mending } from './mending/mending.ts'
import type { CompiledSearch, Search } from './search-index.ts'
import { openIndex } from './words/open-index.ts'
import { termHits } from './words/term-hits.ts'

/** Texts of which the encoder's numbers and the meaning are kept: those of the last messages. */
const lastTexts = 8

/** What search reads texts with, besides the index. */
export type Readers = { intent: Uint8Array; encoder: Encoder; read: Reader; isPlace: (word: string) => boolean }

/** @throws when the index was built by another version of the analysis: it would silently find less. */
export function loadSearch(
  compiled: CompiledSearch,
  { intent, encoder, read, isPlace }: Readers,
  cities: string[],
): Search {
  if (compiled.analysisVersion !== analysisVersion)
    throw new Error('the index is of another version: run npm run compile')
  const { engine, entriesOf, terms, times } = openIndex(compiled.index)
  const model = unpackModel(intent)
  const counts = new Map<string, number>()
  const known = (term: string): number => {
    const count = counts.get(term) ?? entriesOf(term)
    if (count > 0) counts.set(term, count)
    return count
  }
  const reachable = new Map(['*', ...cities].map((city) => [city, once(() => reachableIn(city))]))
  const reachableIn = (city: string): Set<string> =>
    new Set(model.labels.filter((label) => city === '*' || (compiled.cities[label]?.includes(city) ?? true)))
  const analyse = analyser(compiled.vocabulary)
  const encode = encoding(encoder)
  const { stop, falseFriends } = compiled.vocabulary
  const friends = once(() => new Set(falseFriends))
  const mend = mending({
    isKnown: (word) => known(word) > 0 || friends().has(word),
    terms,
    times,
    forms: () => formsIn(compiled.vocabulary, analyse),
    stop: () => stop,
    isPlace,
  })
  const meant = remembering(lastTexts, (text: string) => asMeant(analyse(text), mend))
  return {
    analyse,
    encoder,
    read,
    encode: remembering(lastTexts, (text: string) => encode(readingOf(text, analyse, read))),
    index: engine,
    known,
    meant,
    isPlace,
    hits: termHits(engine, model.labels, (term) => known(term) > 0),
    intent: model,
    reachable: { get: (city) => reachable.get(city)?.() },
  }
}
