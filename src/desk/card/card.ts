import type { AnswerChannel, AnswerFact, AnswerSource, AskOutput } from '../../core/ask.ts'
import type { Place } from '../../core/catalogue.ts'
import { inLanguage, type WrittenLanguage } from '../../core/language.ts'
import { firstSentence } from '../../core/prose.ts'
import { composeReply } from '../../dialogue/steps/compose-reply.ts'
import { findOrganisation, findService, kindOf, nameIn } from '../../dialogue/targets.ts'
import { begin } from '../../dialogue/turn.ts'
import type { Decision, Turn } from '../../dialogue/turn-state.ts'
import type { DeskWorld } from '../content/pack.ts'

/** A page as a colleague needs it while somebody is on the line: everything at once, in the language of the caller. */
export type Card = {
  target: string
  title: string
  /** Whose it is, when that is not the title itself. */
  organisation: string | null
  /** To read aloud, at most 25 words. */
  say: string
  /** What else the page tells. */
  further: string
  /** Steps of a life event, each with the page that it leads to. */
  steps: { target: string | null; title: string; text: string }[]
  channels: AnswerChannel[]
  /** Fresh prices and terms, documents and rules; ways in stand among the channels. */
  facts: AnswerFact[]
  /** What the caller must have at hand. */
  evidence: string | null
  memo: string | null
  /** A body without a counter for citizens. */
  internal: boolean
  sources: AnswerSource[]
  /** What holds for now: notices. */
  notices: string[]
}

/** For whom: the language and districts of the caller, the city, and the moment (ISO with offset). */
export type For = { lang: WrittenLanguage; city: string; places: Place[]; at: string }

export const longestSay = 25

/** The card of a target of the search. */
export function cardOf(target: string, caller: For, desk: DeskWorld): Card {
  const output = composeReply(turnFor(target, caller), desk.world)
  const { answers, reply } = output
  const [answer] = answers
  const service = kindOf(target) === 'service' ? findService(desk.world.catalogue, target) : undefined
  const note = desk.notes[target]
  const text = textOf(target, output, caller, desk)
  const [say, further] = aloud(note?.say && inLanguage(note.say, caller.lang), text)
  const isEvent = output.outcome === 'answered.steps'
  return {
    target,
    title: titleOf(target, caller.lang, desk),
    organisation: ownerOf(service?.organisation, caller, desk),
    say,
    further,
    steps: isEvent ? answers.map(({ service: to, title, text }) => ({ target: to, title, text })) : [],
    channels: isEvent ? [] : (answer?.channels ?? []),
    facts: isEvent ? [] : (answer?.facts ?? []).filter(({ kind }) => !asChannel.has(kind)),
    evidence: service?.evidence ? inLanguage(service.evidence, caller.lang) : null,
    memo: note?.memo ? inLanguage(note.memo, caller.lang) : null,
    internal: isInternal(target, desk),
    sources: answer?.sources ?? [],
    notices: isEvent ? [] : reply.lead,
  }
}

/** Kinds of fact that are a way in, which stands among the channels. */
const asChannel = new Set(['form', 'phone', 'address', 'email', 'url', 'hours'])

function turnFor(target: string, { lang, city, places, at }: For): Turn {
  const [district] = places
  return {
    ...begin({ text: '', lang, city }, at),
    city,
    district: district ?? null,
    districts: places,
    decision: decisionFor(target),
  }
}

function decisionFor(target: string): Decision {
  const kind = kindOf(target)
  if (kind === 'event') return { outcome: 'answered.steps', targets: [], subject: nameIn(target) }
  if (kind === 'topic') return { outcome: 'unanswerable.not-known', targets: [target] }
  return { outcome: kind === 'referral' ? 'referred' : 'answered', targets: [target] }
}

/** What a target is called: all that a list needs of it. */
export function titleOf(target: string, lang: WrittenLanguage, { world: { catalogue } }: DeskWorld): string {
  const name = nameIn(target)
  const named = {
    topic: catalogue.concepts[name],
    event: catalogue.lifeEvents[name],
    organisation: findOrganisation(catalogue, name),
    referral: catalogue.referrals[target],
    service: findService(catalogue, target),
  }
  const found = named[kindOf(target) as keyof typeof named]
  return found ? inLanguage(found.name, lang) : name
}

/** A citizen is told that a body is not for them; a colleague what it does. */
function textOf(target: string, { answers, reply }: AskOutput, { lang }: For, desk: DeskWorld): string {
  const organisation = organisationOf(target, desk)
  if (organisation && isInternal(target, desk)) return inLanguage(organisation.does, lang)
  return kindOf(target) === 'event' ? (reply.lead[0] ?? '') : (answers[0]?.text ?? '')
}

const organisationOf = (target: string, { world }: DeskWorld) =>
  kindOf(target) === 'organisation' ? findOrganisation(world.catalogue, nameIn(target)) : undefined

const isInternal = (target: string, desk: DeskWorld): boolean =>
  ['internal', 'external'].includes(organisationOf(target, desk)?.audience ?? '')

function ownerOf(id: string | undefined, { lang }: For, { world }: DeskWorld): string | null {
  const found = id ? findOrganisation(world.catalogue, id) : undefined
  return found ? inLanguage(found.name, lang) : null
}

/** The sentence to read aloud and what is left; a first sentence that is too long to say is cut at a comma or a space. */
function aloud(say: string | undefined, text: string): [string, string] {
  if (say) return [say, text]
  const [first, rest] = firstSentence(text)
  const words = first.split(/\s+/)
  if (words.length <= longestSay) return [first, rest]
  const head = words.slice(0, longestSay - 1)
  const comma = head.findLastIndex((word) => /[,;:]$/.test(word))
  const end = comma >= 8 ? comma + 1 : head.length
  return [
    `${words
      .slice(0, end)
      .join(' ')
      .replace(/[,;:]$/, '')}…`,
    text,
  ]
}
