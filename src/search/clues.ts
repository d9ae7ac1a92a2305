import type { Analysis } from './analysis/analyse.ts'
import type { Field } from './field.ts'
import type { Candidate, Rivals } from './match.ts'
import type { Search } from './search-index.ts'
import type { WordScores } from './word-search.ts'
import type { Hits } from './words/term-hits.ts'

/** From which the confidence in a match is learned; all about the whole of it. */
export type Clues = {
  /** Share of the best target, and its lead over the second. */
  share: number
  lead: number
  /** Share of the question's terms that the index knows. */
  known: number
  /** Share of the question's terms that the best target speaks of, rare terms counting more. */
  covered: number
  /** How strongly the best target speaks, per term. */
  evidence: number
  /** Whether word index and model name the same target first. */
  agreement: number
  /** Whether model and encoder name the same target first. */
  accord: number
  /** Number of words, as a fraction of long. */
  length: number
  /** Entropy of the shares, 0 to 1. */
  spread: number
}

type Found = { candidates: Candidate[]; first: number; field: Field; rivals: Rivals; found: WordScores }

/** The clues of a match; `first` is the best target, by its position in the field. */
export function cluesOf(search: Search, { words, terms }: Analysis, found: Found): Clues {
  const { candidates, first, field, rivals } = found
  return {
    ...cluesOfShares(candidates),
    known: terms.length === 0 ? 0 : terms.filter((term) => search.known(term) > 0).length / terms.length,
    covered: covered(search, terms, found),
    evidence: Math.min(2, strongest(first, field, rivals) / 10),
    agreement: leader(rivals.models, field) === leader(rivals.words, field) ? 1 : 0,
    accord: leader(rivals.model, field) === leader(rivals.encoder, field) ? 1 : 0,
    length: Math.min(1, words.length / 30),
  }
}

/** The clues that only the shares tell, best first. */
export function cluesOfShares(candidates: Candidate[]): Pick<Clues, 'share' | 'lead' | 'spread'> {
  const shares = candidates.map(({ share }) => share)
  const [best = 0, second = 0] = shares
  const entropy = shares.reduce((sum, share) => sum - (share > 0 ? share * Math.log(share) : 0), 0)
  return { share: best, lead: best - second, spread: entropy / Math.log(10) }
}

/** The most that the model says of a label of this target; not less than nothing. */
function strongest(target: number, { leadTo }: Field, { models }: Rivals): number {
  let most = 0
  for (let at = 0; at < leadTo.length; at++)
    if (leadTo[at] === target && (models[at] as number) > most) most = models[at] as number
  return most
}

/** Target of the label with most of something; the first of those with as much. Of no rivals none. */
function leader(much: Float32Array | Float64Array, { leadTo }: Field): number {
  let [best, most] = [-1, -Infinity]
  for (let at = 0; at < leadTo.length; at++) {
    if ((much[at] as number) <= most) continue
    best = leadTo[at] as number
    most = much[at] as number
  }
  return best
}

/** Share of the question, rare terms weighing more, that the pages behind the best target speak of. */
function covered(search: Search, terms: string[], { first, field, found }: Found): number {
  let [spoken, all] = [0, 0]
  for (const term of new Set(terms)) {
    const weight = rarity(search, term)
    all += weight
    if (speaksOf(found.found.get(term), first, field)) spoken += weight
  }
  return all === 0 ? 0 : spoken / all
}

const speaksOf = (hits: Hits | undefined, target: number, { targetOf }: Field): boolean =>
  hits?.labels.some((label) => targetOf[label] === target) ?? false

/** Inverse document frequency; a term that no page knows weighs as much as the rarest. */
const rarity = (search: Search, term: string): number =>
  Math.log(1 + search.index.documentCount / (1 + search.known(term)))
