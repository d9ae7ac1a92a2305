import type { Analysis } from './analysis/analyse.ts'
import { type Clues, cluesOf } from './clues.ts'
import { boosts } from './index-options.ts'
import { features } from './linear/features.ts'
import { score, softmax } from './linear/model.ts'
import type { Search } from './search-index.ts'

/** Something that a question may be about, with how likely it is among its rivals. */
export type Candidate = { target: string; share: number; labels: string[] }

export type Match = {
  /** Best first; shares add up to 1. */
  candidates: Candidate[]
  /** Clues from which the confidence is learned, all about the whole match. */
  clues: Clues
}

/** How much the word index weighs beside the model. */
const indexWeight = 3
/** Share of the entries from which a term tells too little to be looked up. */
const commonShare = 0.25
/** Unknown words that are looked up by likeness: the costly part, and a text with more of them is no question. */
const mostSlips = 4
/** Letters from which a word may hold two slips. */
const longWord = 8
/** What gives way to a page of the city that fits about as well, by the kind of target and how much. */
const handicaps: Record<string, number> = { topic: 1.5, organisation: 1.5 }
function handicap(target: string): number {
  const at = target.indexOf(':')
  return at < 0 ? 0 : (handicaps[target.slice(0, at)] ?? 0)
}

/**
 * What a text may be about, in one city or (`*`) anywhere. `resolve` names the target of a label, so that labels that
 * end at the same page are added up; it gives null for a label that leads nowhere.
 */
export function match(search: Search, text: string, city: string, resolve: (label: string) => string | null): Match {
  const analysis = search.analyse(text)
  const reachable = search.reachable.get(city) ?? new Set<string>()
  const found = search.without?.has('index') ? new Map<string, Hit>() : searchIndex(search, analysis.terms, reachable)
  const rivals = rivalsOf(search, modelScores(search, analysis), found, reachable, resolve)
  const shares = softmax(rivals.map(({ target, model, word }) => model + indexWeight * word - handicap(target)))
  const candidates = likeliest(rivals, shares)
  return { candidates, clues: cluesOf(search, analysis, { candidates, rivals, found }) }
}

/** A label that competes, with what the model says of it and the word index, the latter as a part of its best. */
export type Rival = { label: string; target: string; model: number; word: number }
/** How well the word index finds a label, and the terms of the question that it stands for. */
export type Hit = { score: number; terms: string[] }

/** What the model says of each label; nothing of any when it is left out. */
const modelScores = ({ intent, without }: Search, analysis: Analysis): Float32Array =>
  without?.has('model') ? new Float32Array(intent.labels.length) : score(intent, features(analysis))

function rivalsOf(
  { intent: { labels } }: Search,
  scores: Float32Array,
  found: Map<string, Hit>,
  reachable: Set<string>,
  resolve: (label: string) => string | null,
): Rival[] {
  let top = 1e-9
  for (const hit of found.values()) top = Math.max(top, hit.score)
  const rivals: Rival[] = []
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] as string
    const target = reachable.has(label) ? resolve(label) : null
    if (target === null) continue
    rivals.push({ label, target, model: scores[at] as number, word: (found.get(label)?.score ?? 0) / top })
  }
  return rivals
}

function searchIndex(search: Search, terms: string[], reachable: Set<string>): Map<string, Hit> {
  const telling = terms.filter((term) => search.known(term) < search.index.documentCount * commonShare)
  const unique = [...new Set(telling.length > 0 ? telling : terms)]
  const unknown = unique.filter((term) => search.known(term) === 0 && term.length >= 5 && !term.startsWith('='))
  const slips = new Set(search.without?.has('fuzzy') ? [] : unknown.slice(0, mostSlips))
  const results = search.index.search(unique.join(' '), {
    boost: boosts,
    fuzzy: (term) => (slips.has(term) ? (term.length < longWord ? 1 : 2) : false),
    // Leaves an entry out before it is scored, where `filter` would only hide it.
    boostDocument: (id) => (reachable.has(id as string) ? 1 : 0),
  })
  return new Map(results.map(({ id, score, queryTerms }) => [id as string, { score, terms: queryTerms }]))
}

/** Candidates that are kept. */
const mostCandidates = 10

/** The likeliest targets, best first, each with the labels that end there. Of hundreds a few: only for those more is made. */
function likeliest(rivals: Rival[], shares: Float64Array): Candidate[] {
  const byTarget = new Map<string, number>()
  for (let at = 0; at < rivals.length; at++) {
    const { target } = rivals[at] as Rival
    byTarget.set(target, (byTarget.get(target) ?? 0) + (shares[at] as number))
  }
  const kept: Candidate[] = []
  for (const [target, share] of byTarget) keep(kept, target, share)
  const named = new Map(kept.map((candidate) => [candidate.target, candidate]))
  for (const { label, target } of rivals) named.get(target)?.labels.push(label)
  return kept
}

/** Puts a candidate at its place among the best, instead of sorting all. */
function keep(kept: Candidate[], target: string, share: number): void {
  let at = kept.length
  while (at > 0 && isBefore({ target, share }, kept[at - 1] as Candidate)) at--
  if (at < mostCandidates) kept.splice(at, 0, { target, share, labels: [] })
  if (kept.length > mostCandidates) kept.pop()
}

/** Of two that are as likely, the one whose name comes first: the order never depends on chance. */
const isBefore = (a: Pick<Candidate, 'target' | 'share'>, b: Candidate): boolean =>
  a.share > b.share || (a.share === b.share && a.target < b.target)
