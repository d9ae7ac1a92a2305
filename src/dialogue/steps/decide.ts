import type { Candidate } from '../../search/match.ts'
import { asksOfCityItself, generalPage, pageOfCity } from '../asks-of-city.ts'
import { liesOutside } from '../outside.ts'
import { hasCloseRival, ofOneBody, rivals } from '../rivals.ts'
import { partsOf } from '../talk/parts.ts'
import { kindOf, nameIn, offerable, otherMunicipality, type TargetKind } from '../targets.ts'
import type { Decision, Need, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { askCity, offer } from './ask.ts'
import { announced, lifeEvent } from './life-event.ts'
import { citiesOf, citiesOfNamed, withoutCity } from './which-city.ts'

/**
 * Confidence from which the best candidate is the answer, from which it is when it is another body (a question would offer
 * it beside pages that are no help), from which it is when there is nothing to choose from, and below which not even a
 * question helps; from `undoubted` on even empty words, or words that lean on what went before, are about something by
 * themselves. From `general` on a fact is asked of a page rather than of the city itself.
 */
export const thresholds = { answer: 0.75, refer: 0.55, alone: 0.45, ask: 0.2, undoubted: 0.95, general: 0.4 }
/**
 * Confidence from which the likeliest page is the answer when a fact is asked for: it holds the fact, or it says that we
 * do not know and who does. A question first would only put that off.
 */
const fact = 0.35

/** Answers, asks one question, refers, or says honestly that we do not know. */
export function decide(turn: Turn, world: World): Turn {
  return { ...turn, ...conclude(turn, world) }
}

function conclude(turn: Turn, world: World): { decision: Decision; city?: string } {
  const [first] = turn.needs
  const top = first?.candidates[0]
  if (!first || !top) return { decision: outOfScope }
  const kind = kindOf(top.target)
  const stands = !hasCloseRival(first, world)
  const sure = first.confidence >= thresholds.answer && stands
  const surelyReferred = first.confidence >= thresholds.refer && stands
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
  if (kind === 'referral' && (surelyReferred || turn.city === null) && possible)
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
  if (kind === 'topic') return { decision: besideTopic(first, top, turn, world) }
  if (sure || (kind === 'service' && turn.asks.length > 0 && first.confidence >= fact))
    return { decision: shown(top.target) }
  const together = ofOneBody(first, world)
  if (together) return { decision: shown(together) }
  if (rivals(first).length > 1) return { decision: askService(turn, world, first) }
  if (first.confidence >= thresholds.alone && offerable(top.target)) return { decision: shown(top.target) }
  return { decision: { outcome: 'unanswerable.not-known', targets: [] } }
}

/** Share from which a page or another body may help with a topic on which the city has no page, when it is the topic rather than not. */
const helps = 0.15
const isTopic = 0.5
/** A page is shown for a topic only when it is at least so many times as likely; another body is what a city without a page points to. */
const nearly = 0.5
const mayHelp = new Set<TargetKind>(['service', 'referral'])

/** A topic without a page of its own: what else may help is shown, or asked about when it is more than one thing. */
function besideTopic(need: Need, topic: Candidate, turn: Turn, world: World): Decision {
  const unknown: Decision = { outcome: 'unanswerable.not-known', targets: [topic.target] }
  if (need.confidence < isTopic) return unknown
  const [only, another] = need.candidates.filter(({ target, share }) => mayHelp.has(kindOf(target)) && share >= helps)
  if (only && another) return offer(rivals(need), turn, world)
  const fits = only && (kindOf(only.target) === 'referral' || only.share >= nearly * topic.share)
  return fits ? shown(only.target) : unknown
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

/** Sends to the citizen's own municipality. */
export const elsewhere = (): Decision => ({ outcome: 'referred', targets: [otherMunicipality] })

function askService(turn: Turn, world: World, need: Need): Decision {
  return offer(rivals(need), turn, world)
}
