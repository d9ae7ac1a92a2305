import type { Catalogue } from '../../core/catalogue.ts'
import { kindOf, resolverOf, type TargetKind } from '../../dialogue/targets.ts'
import { fold, tokens } from '../../search/analysis/fold.ts'
import { match } from '../../search/match.ts'
import type { Search } from '../../search/search-index.ts'
import type { TypedIndex } from '../../search/typed/typed-index.ts'
import { typedWords } from './typed-words.ts'

/** Something to open, with how well it fits; see `dialogue/targets.ts` for what a target is. */
export type DeskHit = { target: string; score: number }

/** What an agent types in one city, best first. */
export type Rank = (text: string, city: string) => DeskHit[]

/** Several words that fit somewhat say more than one that fits well. */
const diminishing = 0.5
/** How much the search for whole questions weighs beside the words themselves. */
const asQuestion = 1
/** Part of that when the search knows none of the words: of beginnings it hears only letters. */
const heardAnyhow = 0.1
/** What gives way to a page of the city that fits about as well. */
const standing: Partial<Record<TargetKind, number>> = { referral: 0.6, topic: 0.5, event: 0.4, organisation: 0.3 }
/** Small talk is no card. */
const isCard = (target: string): boolean => !['about', 'none', 'concept'].includes(kindOf(target))

/**
 * The search of the desk: agents type beginnings and shorthand, not sentences, and look at a list. The words of the
 * typed index lead; the search that answers citizens, over the same content, adds what it makes of the whole.
 */
export function rankIn(typed: TypedIndex, search: Search, catalogue: Catalogue): Rank {
  const scoresOf = typedWords(typed)
  return (text, city) => {
    const place = catalogue.cities[city]
    if (!place || text.trim() === '') return []
    const resolve = resolverOf(place, catalogue)
    const reachable = search.reachable.get(city) ?? new Set<string>()
    const found = byTarget(addUp(text, typed.labels.length, scoresOf), typed.labels, reachable, resolve)
    const { candidates, clues } = match(search, text, city, resolve, 'written')
    const heard = asQuestion * (heardAnyhow + (1 - heardAnyhow) * clues.known)
    for (const { target, share } of candidates) found.set(target, (found.get(target) ?? 0) + heard * share)
    return [...found]
      .filter(([target]) => isCard(target))
      .map(([target, score]) => ({ target, score: score * (standing[kindOf(target)] ?? 1) }))
      .sort((a, b) => b.score - a.score || (a.target < b.target ? -1 : 1))
  }
}

/** Ordinals as they are typed in haste: "2delijns" is "tweedelijns". */
const ordinals: Record<string, string> = { '1ste': 'eerste', '2de': 'tweede', '3de': 'derde', '4de': 'vierde' }
const inFull = (word: string): string => word.replace(/^(?:1ste|[234]de)/, (typed) => ordinals[typed] ?? typed)

function addUp(text: string, labels: number, scoresOf: (typed: string) => Float32Array): Float32Array {
  const sum = new Float32Array(labels)
  for (const word of new Set(tokens(fold(text)).map(inFull))) {
    const scores = scoresOf(word)
    for (let at = 0; at < labels; at += 1) (sum[at] as number) += (scores[at] as number) ** diminishing
  }
  return sum
}

/** Each target by its best label, as a part of the best of all. */
function byTarget(
  sum: Float32Array,
  labels: string[],
  reachable: Set<string>,
  resolve: (label: string) => string | null,
): Map<string, number> {
  const found = new Map<string, number>()
  let best = 1e-9
  labels.forEach((label, at) => {
    const score = sum[at] as number
    const target = score > 0 && reachable.has(label) ? resolve(label) : null
    if (target === null) return
    found.set(target, Math.max(found.get(target) ?? 0, score))
    best = Math.max(best, score)
  })
  for (const [target, score] of found) found.set(target, score / best)
  return found
}
