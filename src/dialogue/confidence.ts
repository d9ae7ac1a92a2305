import type { Clues } from '../search/clues.ts'
import learned from './confidence.json' with { type: 'json' }

/**
 * P(the best candidate is right), from the clues of a match. The weights come from `npm run train`, which fits them
 * on questions that the model did not learn from. A margin alone is a bad confidence; see docs/decisions.
 */
export function confidence(clues: Clues): number {
  let sum = learned.bias
  for (const [clue, weight] of Object.entries(learned.weights)) sum += weight * clues[clue as keyof Clues]
  return 1 / (1 + Math.exp(-sum))
}
