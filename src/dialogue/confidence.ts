import type { Clues } from '../search/clues.ts'
import { features } from '../search/linear/features.ts'
import { score } from '../search/linear/model.ts'
import type { Match } from '../search/match.ts'
import learned from './confidence.json' with { type: 'json' }
import { kindOf } from './targets.ts'
import type { World } from './world.ts'

/** From which P(the best candidate is right) is learned: the clues of the match, and what it found. */
export type Signs = Clues & {
  /** Logarithm of the odds of the best share. */
  odds: number
  /** The best is what no city helps with; another body. */
  nothing: number
  /** How far a text looks like nothing a city does, see `outsideBy`, when the best is something that it does, and when it is not. Talk is neither. */
  outside: number
  outsideToo: number
}

/**
 * P(the best candidate is right). The weights come from `npm run train`, which fits them on questions that the model did
 * not learn from. A margin alone is a bad confidence; see docs/decisions.
 */
export function confidence(text: string, match: Match, world: World): number {
  const signs = signsOf(text, match, world)
  let sum = learned.bias
  for (const [sign, weight] of Object.entries(learned.weights)) sum += weight * signs[sign as keyof Signs]
  return 1 / (1 + Math.exp(-sum))
}

/** Beyond these nothing is surer. */
const [leastOutside, mostOutside] = [-1, 2]
const leastShare = 0.001

export function signsOf(text: string, { candidates, clues }: Match, world: World): Signs {
  const [best] = candidates
  const kind = best ? kindOf(best.target) : 'none'
  const share = best?.share ?? 0
  const isTalk = kind === 'about'
  const outside = isTalk ? 0 : Math.max(leastOutside, Math.min(mostOutside, outsideBy(text, world)))
  return {
    ...clues,
    odds: Math.log((share + leastShare) / (1 - share + leastShare)),
    nothing: kind === 'none' ? 1 : 0,
    outside: kind === 'none' ? 0 : outside,
    outsideToo: kind === 'none' ? outside : 0,
  }
}

/** By how much a text looks more like what no city helps with than like what one does; below 0 it is the other way round. */
export function outsideBy(text: string, { outside, search }: World): number {
  return score(outside, features(search.analyse(text)))[0] ?? 0
}
