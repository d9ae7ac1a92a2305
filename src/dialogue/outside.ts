import { features } from '../search/linear/features.ts'
import { score } from '../search/linear/model.ts'
import type { Need } from './turn-state.ts'
import type { World } from './world.ts'

/** Share from which a message is about what no city helps with, unless its page is more certain than this. */
const likely = 0.7
const certain = 0.85

/**
 * Whether a message lies outside what any city does though some page sounds like it. What a page was found for with
 * certainty is that page's.
 */
export function liesOutside({ text, confidence }: Need, { outside, search }: World): boolean {
  if (confidence >= certain) return false
  const [ahead = 0] = score(outside, features(search.analyse(text)))
  return 1 / (1 + Math.exp(-ahead)) >= likely
}
