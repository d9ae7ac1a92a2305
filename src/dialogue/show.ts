import type { AnswerChannel, AnswerFact, AnswerSource } from '../core/ask.ts'
import type { Appointment, Channel, Citation, SourceDocument } from '../core/catalogue.ts'
import { type Fact, isStale } from '../core/fact.ts'
import type { OpenState } from '../core/hours/open-state.ts'
import type { Closure } from '../core/hours/opening-hours.ts'
import { isoOf } from '../core/hours/wall-clock.ts'
import { inLanguage, type WrittenLanguage } from '../core/language.ts'
import { hoursOn, stateNow } from './hours/known-hours.ts'
import { placeNow } from './hours/place-now.ts'
import { sayDay, sayState } from './hours/say-hours.ts'
import type { Turn } from './turn-state.ts'
import type { World } from './world.ts'

/** Facts, ways in and sources as an answer shows them, in the language and at the moment of the turn. */

export const shownValue = ({ value }: Fact, lang: WrittenLanguage): string =>
  typeof value === 'string' ? value : inLanguage(value, lang)

/** Kinds whose old value would mislead: shown only while fresh. */
const onlyFresh = new Set(['cost', 'hours', 'term'])

/** Facts to show: a stale price or hour never is. */
export function showFacts(facts: Fact[], { lang, at }: Turn): AnswerFact[] {
  return facts
    .filter((fact) => !(onlyFresh.has(fact.kind) && isStale(fact, at)))
    .map((fact) => ({
      kind: fact.kind,
      ...(fact.label ? { label: inLanguage(fact.label, lang) } : {}),
      value: shownValue(fact, lang),
      source: fact.source.title,
      statedOn: fact.statedOn,
      checkedOn: fact.checkedOn,
      stale: isStale(fact, at),
    }))
}

/** What a page says of its ways in: whether one may walk in, and what closes them now. */
export type Rules = { appointment: Appointment; closing: Closure[] }

/** A way in, with its number, address or link and how old that is, and whether it is open. */
export function showChannel(given: Channel, rules: Rules, turn: Turn, world: World): AnswerChannel {
  const { channel, note } = placeNow(given, turn, world)
  return {
    ...showPlace(channel, rules.appointment, turn),
    ...showHours(channel, rules, turn, world),
    ...(note ? { note } : {}),
  }
}

function showHours(
  channel: Channel,
  { appointment, closing }: Rules,
  turn: Turn,
  world: World,
): Partial<AnswerChannel> {
  const state = stateNow(channel, closing, turn, world)
  const only = channel.type === 'counter' && appointment === 'only'
  const hours = turn.askedDay
    ? sayDay(turn.askedDay, hoursOn(turn.askedDay, channel, closing, turn, world), only, turn, world)
    : sayState(state, only, turn, world)
  return { ...stateFields(state), ...(hours ? { hours } : {}) }
}

function stateFields(state: OpenState): Partial<AnswerChannel> {
  if (state.is === 'unknown') return {}
  if (state.is === 'open') return { openNow: true }
  return { openNow: false, nextOpening: state.next ? isoOf(state.next.from) : null }
}

function showPlace(channel: Channel, appointment: Appointment, { lang, at }: Turn): AnswerChannel {
  const { type, label, fact, location } = channel
  const dated = fact ?? location?.address ?? location?.listed
  return {
    type,
    label: inLanguage(label, lang),
    ...(fact ? valueField(type, shownValue(fact, lang)) : {}),
    ...(location ? { location: inLanguage(location.name, lang) } : {}),
    ...(location?.address ? { address: shownValue(location.address, lang) } : {}),
    ...(type === 'counter' ? { byAppointment: appointment } : {}),
    ...(dated
      ? { source: dated.source.title, statedOn: dated.statedOn, checkedOn: dated.checkedOn, stale: isStale(dated, at) }
      : {}),
  }
}

function valueField(type: Channel['type'], value: string): Partial<AnswerChannel> {
  if (type === 'online' || type === 'video') return { url: value }
  if (type === 'phone') return { phone: value }
  if (type === 'email') return { email: value }
  return { address: value }
}

export function showCitation({ document, lines }: Citation, documents: World['catalogue']['documents']): AnswerSource {
  const found: SourceDocument | undefined = documents[document]
  return {
    title: found?.title ?? document,
    url: found?.url ?? null,
    document,
    lines,
    statedOn: found?.statedOn ?? null,
    checkedOn: null,
  }
}

export const sourceOfFact = ({ source, statedOn, checkedOn }: Fact): AnswerSource => ({
  title: source.title,
  url: source.url,
  document: null,
  lines: null,
  statedOn,
  checkedOn,
})
