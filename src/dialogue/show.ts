import type { AnswerChannel, AnswerFact, AnswerSource } from '../core/ask.ts'
import type { Appointment, Channel, Citation, SourceDocument } from '../core/catalogue.ts'
import { type Fact, isStale } from '../core/fact.ts'
import { inLanguage, type WrittenLanguage } from '../core/language.ts'
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

/** A way in, with its number, address or link and how old that is. */
export function showChannel(channel: Channel, appointment: Appointment, { lang, at }: Turn): AnswerChannel {
  const { type, label, fact, location } = channel
  const dated = fact ?? location?.address
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
