import type MiniSearch from 'minisearch'
import { remembering } from '../../core/remembering.ts'
import { boosts, type Entry } from '../index-options.ts'

/** Labels that a term leads to, by their position, each with what MiniSearch scores it. */
export type Hits = { labels: Uint32Array; scores: Float64Array }

/** Looks a term up, and with slips also the terms that differ by so many letters. */
export type TermHits = (term: string, slips: 0 | 1 | 2) => Hits

/** Unknown words of which the hits are kept: those of a message, which is matched as a whole and in parts. */
const lastUnknown = 8

/**
 * What MiniSearch finds for single terms. It is the same whatever stands beside the term, so a term of the index is
 * looked up once and then kept. Words that the index does not know are a citizen's own: only the last few are.
 */
export function termHits(engine: MiniSearch<Entry>, labels: string[], isKnown: (term: string) => boolean): TermHits {
  const positions = new Map(labels.map((label, at) => [label, at]))
  const kept = new Map<string, Hits>()
  const likeOne = remembering(lastUnknown, (term: string) => hitsOf(engine, positions, term, 1))
  const likeTwo = remembering(lastUnknown, (term: string) => hitsOf(engine, positions, term, 2))
  return (term, slips) => {
    if (slips > 0) return slips === 1 ? likeOne(term) : likeTwo(term)
    if (!isKnown(term)) return nothing
    const known = kept.get(term) ?? hitsOf(engine, positions, term, 0)
    kept.set(term, known)
    return known
  }
}

const nothing: Hits = { labels: new Uint32Array(), scores: new Float64Array() }

function hitsOf(engine: MiniSearch<Entry>, positions: Map<string, number>, term: string, fuzzy: number): Hits {
  const labels: number[] = []
  const scores: number[] = []
  const take = (label: number | undefined, score: number): boolean => {
    if (label !== undefined && scores.push(score)) labels.push(label)
    return false
  }
  // What the filter turns away is neither kept nor sorted by MiniSearch: we need no order.
  engine.search(term, { boost: boosts, fuzzy, filter: ({ id, score }) => take(positions.get(id as string), score) })
  return { labels: Uint32Array.from(labels), scores: Float64Array.from(scores) }
}
