import type { Clues } from '../search/clues.ts'
import type { Match } from '../search/match.ts'
import learned from './confidence.json' with { type: 'json' }
import { logOdds, shareBy } from './logistic.ts'
import { outsideBy } from './outside.ts'
import { kindOf } from './targets.ts'
import type { World } from './world.ts'

/** From which P(the best candidate is right) is learned: the clues of the match, and what it found. */
export type Signs = Clues & {
  /** Logarithm of the odds of the best share. */
  odds: number
  /** Whether the best is what no city helps with. */
  nothing: number
  /** How far a text looks like nothing a city does when the best is something that it does, and when it is not. Talk is neither. */
  outside: number
  outsideToo: number
}

/**
 * P(the best candidate is right). The weights come from `npm run train`, which fits them on questions that the model did
 * not learn from. A margin alone is a bad confidence; see docs/decisions.
 */
export function confidence(text: string, match: Match, world: World): number {
  return shareBy<keyof Signs>(learned, signsOf(text, match, world))
}

/** Odd spelling looks like nothing a city does: as a sign it counts no further than this to either side. */
const [leastOutside, mostOutside] = [-1, 2]
/** Keeps the odds of a certain share finite. */
const leastShare = 0.001

/** The signs of a match of a text, which `npm run train` learns from too. */
export function signsOf(text: string, { candidates, clues }: Match, world: World): Signs {
  const [best] = candidates
  const kind = best ? kindOf(best.target) : 'none'
  const share = best?.share ?? 0
  const isTalk = kind === 'about'
  const outside = isTalk ? 0 : Math.max(leastOutside, Math.min(mostOutside, outsideBy(text, world)))
  return {
    ...clues,
    odds: logOdds(share, leastShare),
    nothing: kind === 'none' ? 1 : 0,
    outside: kind === 'none' ? 0 : outside,
    outsideToo: kind === 'none' ? outside : 0,
  }
}
