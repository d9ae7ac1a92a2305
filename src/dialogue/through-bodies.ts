import type { Catalogue } from '../core/catalogue.ts'
import { cluesOfShares } from '../search/clues.ts'
import type { Candidate, Match } from '../search/match.ts'
import { isBodyOf } from './kin.ts'
import { kindOf } from './targets.ts'

/**
 * A match of a message that asks for no body: people come for a service, so what speaks for a body speaks for its pages,
 * each as far as it is likely itself. A body without a likely page is left out.
 */
export function throughBodies({ candidates, clues }: Match, catalogue: Catalogue): Match {
  const bodies = candidates.filter(({ target }) => kindOf(target) === 'organisation')
  if (bodies.length === 0) return { candidates, clues }
  const others = candidates.filter((one) => !bodies.includes(one)).map((one) => ({ ...one }))
  const before = others.map(({ share }) => share)
  for (const body of bodies) give(body, others, before, catalogue)
  const all = others.reduce((sum, { share }) => sum + share, 0) || 1
  const found = others.map((one) => ({ ...one, share: one.share / all })).sort((a, b) => b.share - a.share)
  return { candidates: found, clues: { ...clues, ...cluesOfShares(found) } }
}

/** Share that a page must have of its own to be what a body is meant for. */
const least = 0.1
/** Share from which a match is of a body rather than of all else together, and from which it is of hardly anything else. */
const [rather, surely] = [0.5, 0.9]

/** Whether a match is rather of a body than of anything else, and of none of its pages. */
export function isBodyAlone({ candidates: [top, ...others] }: Match, catalogue: Catalogue): boolean {
  if (!top || kindOf(top.target) !== 'organisation' || top.share < rather) return false
  return !others.some(({ target, share }) => share >= least && isBodyOf(top.target, target, catalogue))
}

/** Whether a match is of a body and hardly of anything else. */
export const isSurelyBody = ({ candidates: [top] }: Match): boolean =>
  top !== undefined && kindOf(top.target) === 'organisation' && top.share >= surely

function give(body: Candidate, others: Candidate[], before: number[], catalogue: Catalogue): void {
  const own = before.map((share, at) =>
    share >= least && isBodyOf(body.target, others[at]?.target ?? '', catalogue) ? share : 0,
  )
  const all = own.reduce((sum, share) => sum + share, 0)
  if (all === 0) return
  others.forEach((one, at) => {
    one.share += (body.share * (own[at] as number)) / all
  })
}
