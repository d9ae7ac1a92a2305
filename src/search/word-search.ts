import type { Search } from './search-index.ts'
import type { Hits } from './words/term-hits.ts'

/** How well the words of a question find each label, by its position, and what each of its terms found. */
export type WordScores = { scores: Float64Array; found: Map<string, Hits> }

/** Share of the entries from which a term tells too little to be looked up. */
const commonShare = 0.25

/** Adds up what the terms of a question find, as MiniSearch does for a question of several: the sum, times how many hit. */
export function searchWords(search: Search, terms: string[]): WordScores {
  const scores = new Float64Array(search.intent.labels.length)
  if (search.without?.has('index')) return { scores, found: new Map() }
  const found = lookUp(search, terms)
  const hits = new Uint16Array(scores.length)
  for (const { labels, scores: ofTerm } of found.values())
    for (let at = 0; at < labels.length; at++) {
      const label = labels[at] as number
      ;(scores[label] as number) += ofTerm[at] as number
      ;(hits[label] as number) += 1
    }
  for (let label = 0; label < scores.length; label++) (scores[label] as number) *= hits[label] as number
  return { scores, found }
}

/** The terms that tell something, each once, with what they find. What is no term was mended before, or is unknown. */
function lookUp(search: Search, terms: string[]): Map<string, Hits> {
  const telling = terms.filter((term) => search.known(term) < search.index.documentCount * commonShare)
  return new Map((telling.length > 0 ? telling : terms).map((term) => [term, search.hits(term)]))
}
