import type { Search } from './search-index.ts'
import type { Hits } from './words/term-hits.ts'

/** How well the words of a question find each label, by its position, and what each of its terms found. */
export type WordScores = { scores: Float64Array; found: Map<string, Hits> }

/** Share of the entries from which a term tells too little to be looked up. */
const commonShare = 0.25
/** Unknown words that are looked up by likeness: the costly part, and a text with more of them is no question. */
const mostSlips = 4
/** Letters from which an unknown word is looked up by likeness, and from which it may hold two slips. */
const slipWord = 5
const longWord = 8

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

/** The terms that tell something, each once, with what they find. */
function lookUp(search: Search, terms: string[]): Map<string, Hits> {
  const telling = terms.filter((term) => search.known(term) < search.index.documentCount * commonShare)
  const unique = new Set(telling.length > 0 ? telling : terms)
  const found = new Map<string, Hits>()
  let left = search.without?.has('fuzzy') ? 0 : mostSlips
  for (const term of unique) {
    const slips = left > 0 ? slipsIn(term, search) : 0
    if (slips > 0) left--
    found.set(term, search.hits(term, slips))
  }
  return found
}

/** Slips that a word may hold: none when the index knows it. */
function slipsIn(term: string, { known }: Search): 0 | 1 | 2 {
  if (term.length < slipWord || term.startsWith('=') || known(term) > 0) return 0
  return term.length < longWord ? 1 : 2
}
