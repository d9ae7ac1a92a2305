import type { Answer, AskOutput } from '../../core/ask.ts'
import type { ContactType } from '../../core/catalogue.ts'
import { inLanguage, isWritten } from '../../core/language.ts'
import type { Outcome } from '../../core/outcome.ts'
import { answerFor, firstLineAnswer } from '../answer.ts'
import { docStopSentence, urgentFact, withUrgent } from '../doc-stop.ts'
import { lead } from '../lead.ts'
import { noticesAbout, sayNotice } from '../notices.ts'
import { replyText } from '../reply-text.ts'
import { say, wording } from '../say.ts'
import { findService, kindOf, nameIn } from '../targets.ts'
import type { Decision, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'
import { stepTargets } from './life-event.ts'

/** Puts the decision into the answer object and the words that the citizen reads. */
export function composeReply(turn: Turn, world: World): AskOutput {
  const decision = turn.decision ?? { outcome: 'unanswerable.out-of-scope' as Outcome, targets: [] }
  const urgent = urgentFact(decision, turn, world)
  const answers = withUrgent(compose(decision, turn, world), urgent, turn, world)
  const [first] = answers
  const scored = candidates(turn, decision)
  const before = urgent ? [docStopSentence(urgent, turn, world)] : []
  const leading = [
    ...lead(decision, turn, world),
    ...noticesAbout(answers, turn, world).map((notice) => sayNotice(notice, turn, world)),
  ]
  return {
    id: turn.input.id ?? null,
    outcome: decision.outcome,
    lang: turn.lang,
    city: turn.elsewhere && decision.outcome === 'referred' ? null : turn.city,
    district: turn.district ? turn.district.id : null,
    contactType: contactType(decision, turn, world),
    confidence: round(turn.needs[0]?.confidence ?? (decision.outcome === 'crisis' ? 1 : 0)),
    services: scored.services,
    organisations: organisations(answers, scored.organisations, turn),
    lifeEvent: decision.outcome === 'answered.steps' ? (decision.subject ?? null) : null,
    answers,
    organisation: first?.organisation ?? null,
    channels: first?.channels ?? [],
    facts: first?.facts ?? [],
    unknown: first?.unknown ?? (decision.outcome.startsWith('unanswerable') ? turn.asks : []),
    sources: first?.sources ?? [],
    reply: {
      text: replyText({ before, lead: leading }, answers, turn, world),
      lead: [furtherSentence(turn, world) ?? [], ...before, ...leading].flat(),
      choices: decision.choices ?? [],
    },
  }
}

function compose({ outcome, targets, subject }: Decision, turn: Turn, world: World): Answer[] {
  if (outcome === 'answered.steps') return steps(subject ?? '', turn, world)
  if (outcome === 'handed-off') return [firstLineAnswer(handOffText(turn, world), [], turn, world)].filter(isAnswer)
  if (outcome === 'unanswerable.not-known') {
    const concept = targets[0] ? nameIn(targets[0]) : null
    const city = turn.city ? world.catalogue.cities[turn.city] : undefined
    const facts = concept && city ? (city.topics[concept] ?? []) : []
    return [firstLineAnswer(notKnownText(concept, turn, world), facts, turn, world)].filter(isAnswer)
  }
  if (outcome === 'answered' && targets.length === 0)
    return [firstLineAnswer(say(world, turn, 'district.found', { place: subject ?? '' }), [], turn, world)].filter(
      isAnswer,
    )
  if (outcome === 'answered' || outcome === 'referred')
    return targets.map((target, at) => answerFor(target, at + 1, turn, world))
  return []
}

const isAnswer = (answer: Answer | null): answer is Answer => answer !== null

/** True with or without a desk: who keeps the conversation adds what becomes of it. */
function handOffText(turn: Turn, world: World): string {
  const city = turn.city ? world.catalogue.cities[turn.city] : undefined
  return say(world, turn, 'handoff', { contact: city ? upperFirst(inLanguage(city.firstLine.name, turn.lang)) : '' })
}

function notKnownText(concept: string | null, turn: Turn, world: World): string {
  const city = turn.city ? world.catalogue.cities[turn.city] : undefined
  const contact = city ? inLanguage(city.firstLine.name, turn.lang) : ''
  const found = concept ? world.catalogue.concepts[concept] : undefined
  if (found?.pointer) return upperFirst(wording(world, turn, found.pointer).replaceAll('{contact}', contact))
  const topic = found ? inLanguage(found.name, turn.lang) : ''
  return upperFirst(say(world, turn, found ? 'notKnown.topic' : 'notKnown.answer', { contact, topic }))
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const steps = (event: string, turn: Turn, world: World): Answer[] =>
  stepTargets(event, turn.city ?? '', world).map(({ target, text }, at) => ({
    ...answerFor(target, at + 1, turn, world),
    text: wording(world, turn, text),
  }))

/** What the message wants; for a page that was picked, what the page is for. */
function contactType({ targets }: Decision, { needs, contactType: wanted }: Turn, { catalogue }: World): ContactType {
  const picked = needs[0]?.text === ''
  return (picked && targets[0] && findService(catalogue, targets[0])?.contactType) || wanted
}

/** At most three candidates of each kind, for the first need. */
function candidates(turn: Turn, { outcome, targets }: Decision): Pick<AskOutput, 'services' | 'organisations'> {
  if (outcome === 'crisis' || outcome === 'answered.about' || outcome === 'refused.personal-data')
    return { services: [], organisations: [] }
  const found = turn.needs[0]?.candidates ?? []
  const shares = new Map(found.map(({ target, share }) => [target, share]))
  const shown = outcome === 'answered' ? targets.slice(0, 1) : targets
  const ordered = [...new Set([...shown, ...found.map(({ target }) => target)])]
  const named = outcome === 'unanswerable.out-of-scope' ? [] : ordered
  const isPage = (target: string): boolean => kindOf(target) === 'service' || kindOf(target) === 'referral'
  const top = (kept: string[]) =>
    kept.slice(0, 3).map((target) => ({ id: nameIn(target), score: round(shares.get(target) ?? 0) }))
  return {
    services: top(named.filter(isPage)),
    organisations: top(named.filter((target) => kindOf(target) === 'organisation')),
  }
}

function organisations(answers: Answer[], named: AskOutput['organisations'], turn: Turn): AskOutput['organisations'] {
  const score = round(turn.needs[0]?.confidence ?? 0)
  const shown = answers.flatMap(({ organisation }) => (organisation ? [{ id: organisation, score }] : []))
  const asked = answers[0]?.service === null ? named.slice(0, 1) : []
  const all = [...asked, ...shown, ...named]
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at).slice(0, 3)
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** The fixed sentence in a language that we recognise and do not write. */
export const furtherSentence = ({ language }: Turn, { catalogue }: World): string | undefined =>
  isWritten(language) ? undefined : catalogue.furtherReply[language]
