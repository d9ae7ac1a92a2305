import type { AskOutput } from '../core/ask.ts'
import type { WrittenLanguage } from '../core/language.ts'
import { composeReply } from './steps/compose-reply.ts'
import { elsewhere } from './steps/decide.ts'
import { cityOf, findOrganisation, findService, kindOf, nameIn } from './targets.ts'
import { begin } from './turn.ts'
import type { Decision, Turn } from './turn-state.ts'
import type { World } from './world.ts'

type Options = { lang: WrittenLanguage; city: string | null }

/**
 * The answer for what was picked instead of searched: a page, a body, or one of the choices of a question. Something
 * that we do not have ends as not known, like any other question.
 */
export function showTarget(target: string, { lang, city }: Options, world: World, now: string): AskOutput {
  const { cities } = world.catalogue
  const own = cityOf(nameIn(target))
  const place = [own, city].find((slug) => slug !== null && Object.hasOwn(cities, slug)) ?? null
  const turn: Turn = { ...begin({ text: target, lang, city: place }, now), city: place }
  const decision = decisionFor(target, turn.city, world)
  const needs = decision.targets.map((found) => ({
    text: '',
    candidates: [{ target: found, share: 1, labels: [] }],
    confidence: 1,
    known: 1,
  }))
  return composeReply({ ...turn, needs, decision }, world)
}

/** How a target that was picked ends: as the answer, or as something that we do not have. */
export function decisionFor(target: string, city: string | null, world: World): Decision {
  if (target === 'other') return elsewhere()
  if (exists(target, world))
    return { outcome: kindOf(target) === 'referral' ? 'referred' : 'answered', targets: [target] }
  return { outcome: city ? 'unanswerable.not-known' : 'unanswerable.out-of-scope', targets: [] }
}

function exists(target: string, { catalogue }: World): boolean {
  const kind = kindOf(target)
  if (kind === 'referral') return Object.hasOwn(catalogue.referrals, target)
  if (!Object.hasOwn(catalogue.cities, cityOf(nameIn(target)))) return false
  if (kind === 'organisation') return findOrganisation(catalogue, nameIn(target)) !== undefined
  return kind === 'service' && findService(catalogue, target) !== undefined
}
