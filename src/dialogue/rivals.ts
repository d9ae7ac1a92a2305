import { isBodyOf } from './kin.ts'
import { kindOf, offerable } from './targets.ts'
import type { Need } from './turn-state.ts'
import type { World } from './world.ts'

/** A second candidate that is so many times as likely as the first is asked about, however sure the match as a whole. */
const close = 0.6
/** A rival is offered in a question when it is at least this likely; the second even when it is less. */
const rivalShare = 0.08
const secondShare = 0.02

/** The body that offers a page is no rival of it, nor what that body is part of: the page names it. */
export function hasCloseRival({ candidates: [first, ...others] }: Need, { catalogue }: World): boolean {
  const second = others.find(({ target }) => !first || !isBodyOf(target, first.target, catalogue))
  return second !== undefined && offerable(second.target) && second.share >= close * (first?.share ?? 0)
}

/** Share from which a body and its pages together are what is meant. */
const oneBody = 0.8

/** What to show when all that is likely is one body by several names: its likeliest page, for that names the body. */
export function ofOneBody({ candidates }: Need, { catalogue }: World): string | undefined {
  const [top] = candidates
  if (!top) return undefined
  const kin = candidates.filter(
    ({ target }) =>
      target === top.target || isBodyOf(target, top.target, catalogue) || isBodyOf(top.target, target, catalogue),
  )
  if (kin.length < 2 || kin.reduce((sum, { share }) => sum + share, 0) < oneBody) return undefined
  return kin.find(({ target, share }) => kindOf(target) === 'service' && share >= rivalShare)?.target
}

/** Candidates that a question may offer, at most three, the likeliest first. */
export function rivals({ candidates }: Need): string[] {
  return candidates
    .filter(({ target }) => offerable(target))
    .filter(({ share }, at) => share >= (at < 2 ? secondShare : rivalShare))
    .slice(0, 3)
    .map(({ target }) => target)
}
