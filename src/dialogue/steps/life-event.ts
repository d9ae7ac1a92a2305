import type { Sentence } from '../../core/catalogue.ts'
import { kindOf, nameIn } from '../targets.ts'
import type { Decision, Need, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { askCity } from './ask.ts'

/** Share from which a life event is announced, when the likeliest page is one of its steps. */
const announcedShare = 0.12

/**
 * The life event that a message tells of: the likeliest candidate, or close behind one of its own steps. Event and steps
 * are no rivals: their shares count together.
 */
export function announced(
  { candidates }: Need,
  { city }: Turn,
  world: World,
): { name: string; share: number } | undefined {
  const [top] = candidates
  const event = candidates.find(
    (candidate) => kindOf(candidate.target) === 'event' && (candidate === top || candidate.share >= announcedShare),
  )
  if (!top || !event) return undefined
  const name = nameIn(event.target)
  const own = new Set([event.target, ...stepTargets(name, city ?? '', world).map(({ target }) => target)])
  const share = candidates.reduce((sum, one) => sum + (own.has(one.target) ? one.share : 0), 0)
  return own.has(top.target) ? { name, share } : undefined
}

/** The things to do for a life event, in order; without a city that is asked first. */
export function lifeEvent(turn: Turn, world: World, event: string): { decision: Decision } {
  if (turn.city === null) return { decision: askCity(turn, world, Object.keys(world.catalogue.cities)) }
  const targets = stepTargets(event, turn.city, world).map(({ target }) => target)
  return { decision: { outcome: 'answered.steps', targets, subject: event } }
}

/** Steps of a life event that the city fills with a page of its own, or that lead to another body that serves its people. */
export function stepTargets(event: string, slug: string, { catalogue }: World): { target: string; text: Sentence }[] {
  const city = catalogue.cities[slug]
  return (catalogue.lifeEvents[event]?.steps ?? []).flatMap(({ concept, referral, text }) => {
    const notIn = catalogue.referrals[referral ?? '']?.notIn
    const served = notIn && !notIn.includes(slug) ? referral : undefined
    const target = concept ? city?.concepts[concept] : served
    return target ? [{ target, text }] : []
  })
}
