import { asksOfCityItself, generalPage, pageOfCity } from '../asks-of-city.ts'
import { isBodyOf } from '../kin.ts'
import { liesOutside } from '../outside.ts'
import { partsOf } from '../talk/parts.ts'
import { kindOf, nameIn, offerable, otherMunicipality } from '../targets.ts'
import type { Decision, Need, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { askCity, offer } from './ask.ts'
import { announced, lifeEvent } from './life-event.ts'
import { citiesOf, citiesOfNamed, withoutCity } from './which-city.ts'

/**
 * Confidence from which the best candidate is the answer, from which it is when there is nothing to choose from, and
 * below which not even a question helps; from `undoubted` on even empty words, or words that lean on what went before, are
 * about something by themselves. A second candidate that is `rival` times as likely as the first is asked about,
 * however sure the match as a whole. From `general` on a fact is asked of a page rather than of the city itself.
 */
export const thresholds = { answer: 0.7, alone: 0.45, ask: 0.2, rival: 0.6, undoubted: 0.95, general: 0.4 }
/**
 * Confidence from which the likeliest page is the answer when a fact is asked for: it holds the fact, or it says that we
 * do not know and who does. A question first would only put that off.
 */
const fact = 0.35
/** A rival is offered in a question when it is at least this likely; the second even when it is less. */
const rivalShare = 0.08
const secondShare = 0.02

/** Answers, asks one question, refers, or says honestly that we do not know. */
export function decide(turn: Turn, world: World): Turn {
  return { ...turn, ...conclude(turn, world) }
}

function conclude(turn: Turn, world: World): { decision: Decision; city?: string } {
  const [first] = turn.needs
  const top = first?.candidates[0]
  if (!first || !top) return { decision: outOfScope }
  const kind = kindOf(top.target)
  const sure = first.confidence >= thresholds.answer && !hasCloseRival(first, world)
  const possible = first.confidence >= thresholds.ask

  const ofItself = asksOfCityItself(turn, world) ? pageOfCity(turn, world) : undefined
  if (ofItself) return { decision: shown(ofItself) }
  const general = generalPage(turn, world)
  if (turn.needs.length > 1)
    return { decision: { outcome: 'answered', targets: turn.needs.map((need) => need.candidates[0]?.target ?? '') } }
  if (kind === 'about' && possible)
    return { decision: { outcome: 'answered.about', targets: [], subject: nameIn(top.target) } }
  const clear = first.confidence >= thresholds.general
  const isOutside = kind !== 'none' && liesOutside(first, world)
  if (general && !clear && !isOutside && kind !== 'referral' && !(kind === 'none' && possible))
    return { decision: { outcome: 'answered', targets: [general] } }
  const namesakes = citiesOfNamed(turn)
  if (namesakes.length > 1 && !sure) return { decision: askCity(turn, world, namesakes) }
  if (namesNothing(turn, first, world)) return { decision: nothingNamed }
  if (kind === 'none') return { decision: outsideOrNot(first, turn, world) }
  if (isOutside) return { decision: outOfScope }
  if (kind === 'referral' && (sure || turn.city === null) && possible)
    return { decision: { outcome: 'referred', targets: [top.target] } }
  if (turn.elsewhere) return { decision: elsewhere() }
  if (!possible)
    return { decision: { outcome: turn.city ? 'unanswerable.not-known' : 'unanswerable.out-of-scope', targets: [] } }
  if (turn.homonym)
    return {
      decision: askCity(
        turn,
        world,
        turn.homonym.places.map(({ city }) => city ?? ''),
      ),
    }
  if (kind === 'concept') return { decision: askCity(turn, world, citiesOf(nameIn(top.target), world)) }
  const event = announced(first, turn, world)
  if (event && Math.max(first.confidence, event.share) >= thresholds.alone) return lifeEvent(turn, world, event.name)
  if (turn.city === null) return withoutCity(turn, world, first)
  if (kind === 'topic') return { decision: { outcome: 'unanswerable.not-known', targets: [top.target] } }
  if (sure || (kind === 'service' && turn.asks.length > 0 && first.confidence >= fact))
    return { decision: shown(top.target) }
  const together = ofOneBody(first, world)
  if (together) return { decision: shown(together) }
  if (rivals(first).length > 1) return { decision: askService(turn, world, first) }
  if (first.confidence >= thresholds.alone && offerable(top.target)) return { decision: shown(top.target) }
  return { decision: { outcome: 'unanswerable.not-known', targets: [] } }
}

const outOfScope: Decision = { outcome: 'unanswerable.out-of-scope', targets: [] }
const nothingNamed: Decision = { outcome: 'unanswerable.out-of-scope', targets: [], say: 'outOfScope.nothing' }

/** A message that names no subject ("wat kost dat?", "qsdf") is not guessed at. */
function namesNothing({ text }: Turn, { confidence, known }: Need, world: World): boolean {
  if (confidence >= thresholds.undoubted) return false
  if (known === 0) return confidence < thresholds.answer
  const { own, leaning } = partsOf(text, world)
  return own.length === 0 && leaning > 0
}

/** Share of what lies outside our scope from which that is said, and the part of it from which a page is asked about. */
const outside = { said: 0.4, rival: 0.9, unsure: 0.25 }

/** What probably lies outside our scope; when that is hardly likelier than a page, we ask, and when nothing is, we do not know. */
function outsideOrNot(need: Need, turn: Turn, world: World): Decision {
  const none = need.candidates[0]?.share ?? 0
  const next = need.candidates.find(({ target }) => offerable(target))
  if (none >= outside.said || turn.city === null) return outOfScope
  if (next && next.share >= none * outside.rival) return askService(turn, world, need)
  return none < outside.unsure ? { outcome: 'unanswerable.not-known', targets: [] } : outOfScope
}

const shown = (target: string): Decision =>
  kindOf(target) === 'referral'
    ? { outcome: 'referred', targets: [target] }
    : { outcome: 'answered', targets: [target] }

/** The body that offers a page is no rival of it, nor what that body is part of: the page names it. */
function hasCloseRival({ candidates: [first, ...others] }: Need, { catalogue }: World): boolean {
  const second = others.find(({ target }) => !first || !isBodyOf(target, first.target, catalogue))
  return second !== undefined && offerable(second.target) && second.share >= thresholds.rival * (first?.share ?? 0)
}

/** Share from which a body and its pages together are what is meant. */
const oneBody = 0.8

/** What to show when all that is likely is one body by several names: its likeliest page, for that names the body. */
function ofOneBody({ candidates }: Need, { catalogue }: World): string | undefined {
  const [top] = candidates
  if (!top) return undefined
  const kin = candidates.filter(
    ({ target }) =>
      target === top.target || isBodyOf(target, top.target, catalogue) || isBodyOf(top.target, target, catalogue),
  )
  if (kin.length < 2 || kin.reduce((sum, { share }) => sum + share, 0) < oneBody) return undefined
  return kin.find(({ target, share }) => kindOf(target) === 'service' && share >= rivalShare)?.target
}

/** Sends to the citizen's own municipality. */
export const elsewhere = (): Decision => ({ outcome: 'referred', targets: [otherMunicipality] })

/** Candidates that a question may offer, at most three, the likeliest first. */
function rivals({ candidates }: Need): string[] {
  return candidates
    .filter(({ target }) => offerable(target))
    .filter(({ share }, at) => share >= (at < 2 ? secondShare : rivalShare))
    .slice(0, 3)
    .map(({ target }) => target)
}

function askService(turn: Turn, world: World, need: Need): Decision {
  return offer(rivals(need), turn, world)
}
