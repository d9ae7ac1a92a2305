import { shareBy } from '../logistic.ts'
import type { World } from '../world.ts'
import learned from './danger.json' with { type: 'json' }
import { type DangerSigns, dangerSigns, type Heard, isCall } from './danger-signs.ts'

/**
 * Share of all kinds below which nothing else is looked at, in a message and in a sentence of one: most stop here. A call of
 * a few words ("feu au troisième étage") is too short for a high share.
 */
const hardly = { call: 0.2, whole: 0.4, part: 0.5 }

/**
 * How likely a text is to tell of danger, from 0 to 1. The weights come from `npm run train`, which fits them on messages that
 * were written to tune on, not as content: a word of danger in what is surely city business weighs less than alone. A sentence of a
 * longer message is a `part`.
 */
export function danger(text: string, said: Heard, city: string | null, world: World, of: 'whole' | 'part'): number {
  const enough = of === 'whole' && isCall(text) ? hardly.call : hardly[of]
  return said.share < enough ? 0 : likelihood(dangerSigns(text, said, city, world))
}

/** What the signs come to. */
export const likelihood = (signs: DangerSigns): number => shareBy<keyof DangerSigns>(learned, signs)
