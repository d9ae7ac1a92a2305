import { scoresBy } from '../search/encoder/encode.ts'
import type { Head } from '../search/encoder/encoder.ts'
import { kindOf } from './targets.ts'
import type { Need } from './turn-state.ts'
import type { World } from './world.ts'

/** Share from which a message is about what no city helps with, unless its page is likelier than this. */
const likely = 0.9
const probable = 0.4

/** Share of what no city helps with from which it is meant beside a page of which we are less sure than this. */
const beside = { confidence: 0.5, share: 0.05 }

/**
 * Whether a message lies outside what any city does though some page sounds like it. What a page was probably meant
 * by is that page's.
 */
export function liesOutside({ text, candidates, confidence }: Need, world: World): boolean {
  const none = candidates.find(({ target }) => kindOf(target) === 'none')?.share ?? 0
  if (confidence < beside.confidence && none >= beside.share) return true
  return confidence < probable && 1 / (1 + Math.exp(-outsideBy(text, world))) >= likely
}

/** By how much a text looks more like what no city helps with than like what one does; below 0 it is the other way round. */
export function outsideBy(text: string, { search }: World): number {
  const head = search.encoder.heads.get('outside')
  if (!head || search.without?.has('encoder')) return 0
  const scores = scoresBy(head, search.encode(text))
  return scoreOf(head, scores, 'outside') - scoreOf(head, scores, 'ours')
}

function scoreOf({ labels }: Head, scores: Float32Array, label: string): number {
  const score = scores[labels.indexOf(label)]
  if (score === undefined) throw new Error(`the encoder was not taught ${label}: run npm run train:encoder`)
  return score
}
