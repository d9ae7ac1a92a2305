import type { Analysis } from './analysis/analyse.ts'
import type { Candidate, Hit, Rival } from './match.ts'
import type { Search } from './search-index.ts'

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
  /** Number of words, as a fraction of long. */
  length: number
  /** Entropy of the shares, 0 to 1. */
  spread: number
}

type Found = { candidates: Candidate[]; rivals: Rival[]; found: Map<string, Hit> }

/** The clues of a match. */
export function cluesOf(search: Search, { words, terms }: Analysis, { candidates, rivals, found }: Found): Clues {
  const [first, second] = candidates
  const ofFirst = rivals.filter(({ target }) => target === first?.target)
  const topByModel = likeliest(rivals, ({ model }) => model)
  const topByWord = likeliest(rivals, ({ word }) => word)
  return {
    share: first?.share ?? 0,
    lead: (first?.share ?? 0) - (second?.share ?? 0),
    known: terms.length === 0 ? 0 : terms.filter((term) => search.known(term) > 0).length / terms.length,
    covered: covered(search, terms, first, found),
    evidence: Math.min(2, Math.max(0, ...ofFirst.map(({ model }) => model)) / 10),
    agreement: topByModel?.target === topByWord?.target ? 1 : 0,
    length: Math.min(1, words.length / 30),
    spread: candidates.reduce((sum, { share }) => sum - (share > 0 ? share * Math.log(share) : 0), 0) / Math.log(10),
  }
}

/** The one with most of something; the first of those with as much. */
function likeliest(rivals: Rival[], much: (rival: Rival) => number): Rival | undefined {
  let [best] = rivals
  for (const rival of rivals) if (best && much(rival) > much(best)) best = rival
  return best
}

/** Share of the question, rare terms weighing more, that the pages behind the best target speak of. */
function covered(search: Search, terms: string[], first: Candidate | undefined, found: Map<string, Hit>): number {
  const spoken = new Set((first?.labels ?? []).flatMap((label) => found.get(label)?.terms ?? []))
  const weigh = (some: string[]): number => some.reduce((sum, term) => sum + rarity(search, term), 0)
  const unique = [...new Set(terms)]
  return unique.length === 0 ? 0 : weigh(unique.filter((term) => spoken.has(term))) / weigh(unique)
}

/** Inverse document frequency; a term that no page knows weighs as much as the rarest. */
const rarity = (search: Search, term: string): number =>
  Math.log(1 + search.index.documentCount / (1 + search.known(term)))
