import type MiniSearch from 'minisearch'
import { boosts, type Entry } from '../index-options.ts'

/** Labels that a term leads to, by their position, each with what MiniSearch scores it. */
export type Hits = { labels: Uint32Array; scores: Float64Array }

/** Looks a term up. */
export type TermHits = (term: string) => Hits

/**
 * What MiniSearch finds for single terms. It is the same whatever stands beside the term, so a term of the index is
 * looked up once and then kept.
 */
export function termHits(engine: MiniSearch<Entry>, labels: string[], isKnown: (term: string) => boolean): TermHits {
  const positions = new Map(labels.map((label, at) => [label, at]))
  const kept = new Map<string, Hits>()
  return (term) => {
    if (!isKnown(term)) return nothing
    const known = kept.get(term) ?? hitsOf(engine, positions, term)
    kept.set(term, known)
    return known
  }
}

const nothing: Hits = { labels: new Uint32Array(), scores: new Float64Array() }

function hitsOf(engine: MiniSearch<Entry>, positions: Map<string, number>, term: string): Hits {
  const labels: number[] = []
  const scores: number[] = []
  const take = (label: number | undefined, score: number): boolean => {
    if (label !== undefined && scores.push(score)) labels.push(label)
    return false
  }
  // What the filter turns away is neither kept nor sorted by MiniSearch: we need no order.
  engine.search(term, { boost: boosts, filter: ({ id, score }) => take(positions.get(id as string), score) })
  return { labels: Uint32Array.from(labels), scores: Float64Array.from(scores) }
}
