import type {
  Ambiguity,
  Catalogue,
  Channel,
  Citation,
  City,
  Concept,
  CrisisKind,
  LifeEvent,
  PublicOrganisation,
  PublicService,
  Referral,
  Sentence,
  SourceDocument,
} from '../../core/catalogue.ts'
import type { Fact } from '../../core/fact.ts'
import type { Texts } from '../../core/language.ts'
import { fold, tokens } from '../../search/analysis/fold.ts'
import type { CityKnowledge, Knowledge } from '../read.ts'
import { channelsOf } from './channels.ts'
import { compileFact } from './facts.ts'
import { compileHolidays } from './holidays.ts'
import { compilePlaces } from './places.ts'

type Yaml<K extends keyof CityKnowledge> = CityKnowledge[K] extends (infer T)[] ? T : never
type ServiceYaml = CityKnowledge['services'][number]['value']

/** Content as the Worker loads it: references resolved, nothing left to look up in YAML. Content must be valid. */
export function compileCatalogue(knowledge: Knowledge, hash: string): Catalogue {
  const documents = compileDocuments(knowledge)
  return {
    hash,
    cities: Object.fromEntries(knowledge.cities.map((city) => [city.slug, compileCity(city, knowledge)])),
    concepts: Object.fromEntries(knowledge.concepts.map(({ value }) => [value.id, compileConcept(value)])),
    referrals: Object.fromEntries(knowledge.referrals.map(({ value }) => [value.id, compileReferral(value)])),
    about: Object.fromEntries(knowledge.about.map(({ value }) => [value.id, message(value.answer)])),
    lifeEvents: Object.fromEntries(knowledge.lifeEvents.map(({ value }) => [value.id, compileLifeEvent(value)])),
    messages: compileMessages(knowledge),
    crisis: compileCrisis(knowledge),
    ambiguities: knowledge.ambiguities.map(({ value }) => compileAmbiguity(value)),
    documents,
    facts: Object.fromEntries(knowledge.facts.map((fact) => [fact.id, compileFact(fact)])),
    places: compilePlaces(knowledge),
    holidays: compileHolidays(knowledge.holidays),
    organisationNames: organisationNames(knowledge),
    patterns: compilePatterns(knowledge),
    publicNumbers: publicNumbers(knowledge),
    furtherReply: knowledge.furtherReply as Record<string, string>,
  }
}

type Addressed = string | { je: string; u: string }
const je = (text: Addressed): string => (typeof text === 'string' ? text : text.je)
const u = (text: Addressed): string => (typeof text === 'string' ? text : text.u)

function message({ nl, fr, en }: { nl: Addressed; fr: string; en: string }): Sentence {
  return { je: je(nl), u: u(nl), fr, en }
}

function compileConcept(value: Knowledge['concepts'][number]['value']): Concept {
  const { id, theme, name, contactType, pointer } = value
  return { id, theme, name, contactType, pointer: pointer && message(pointer) }
}

function compileCity(found: CityKnowledge, knowledge: Knowledge): City {
  const { city } = found
  const channelOf = channelsOf(found)
  const named = new Map(Object.entries(city.contacts).map(([name, channel]) => [name, channelOf(channel)]))
  const contacts = (names: string[]): Channel[] => names.flatMap((name) => named.get(name) ?? [])
  const factsAbout = (id: string): Fact[] => found.facts.filter(({ about }) => about.includes(id)).map(compileFact)
  const inOrder = (channels: Channel[]): Channel[] =>
    channels.toSorted((a, b) => city.channelOrder.indexOf(a.type) - city.channelOrder.indexOf(b.type))

  const services = found.services.map(({ value }) => {
    const facts = factsAbout(value.id)
    const own = value.channels.flatMap((use) => (typeof use === 'string' ? contacts([use]) : [channelOf(use)]))
    const forms = facts.filter(({ kind }) => kind === 'form').map(formChannel)
    return compileService(value, inOrder([...forms, ...own]), facts, knowledge)
  })
  const organisations = found.organisations.map((value) =>
    compileOrganisation(value, inOrder(contacts(value.contacts)), factsAbout(value.id)),
  )
  return {
    id: city.id,
    name: city.name,
    languages: city.languages,
    address: city.address,
    channelOrder: city.channelOrder,
    firstLine: {
      organisation: city.firstLine.organisation,
      name: city.firstLine.name,
      channels: inOrder(contacts(city.firstLine.contacts)),
    },
    bridgeDays: Object.fromEntries(city.bridgeDays.map(({ day, name }) => [day, name])),
    notices: found.notices,
    theme: city.theme,
    widgetOrigins: city.widgetOrigins,
    services: Object.fromEntries(services.map((service) => [service.id, service])),
    organisations: Object.fromEntries(organisations.map((organisation) => [organisation.id, organisation])),
    concepts: Object.fromEntries(
      services.flatMap((service) => service.concepts.map((concept) => [concept, service.id])),
    ),
    topics: topicFacts(found, knowledge),
  }
}

/** Facts about topics that the city has no page on, by concept. */
function topicFacts(found: CityKnowledge, knowledge: Knowledge): Record<string, Fact[]> {
  const concepts = new Set(knowledge.concepts.map(({ value }) => `${found.slug}/${value.id}`))
  const services = new Set(found.services.map(({ value }) => value.id))
  const topics: Record<string, Fact[]> = {}
  for (const fact of found.facts) {
    for (const id of fact.about) {
      if (services.has(id) || !concepts.has(id)) continue
      const concept = id.slice(found.slug.length + 1)
      topics[concept] = [...(topics[concept] ?? []), compileFact(fact)]
    }
  }
  return topics
}

const formChannel = (fact: Fact): Channel => ({
  type: 'online',
  label: fact.label ?? { nl: 'Online formulier', fr: 'Formulaire en ligne', en: 'Online form' },
  fact,
})

function compileService(value: ServiceYaml, channels: Channel[], facts: Fact[], knowledge: Knowledge): PublicService {
  const { id, kind, organisation, broader, concepts, contactType, name, answer, evidence, lacks, appointment } = value
  const concept = knowledge.concepts.find((candidate) => candidate.value.id === concepts[0])
  return {
    id,
    kind,
    organisation,
    broader,
    concepts,
    contactType,
    name,
    answer,
    evidence,
    lacks,
    appointment,
    channels,
    theme: concept?.value.theme ?? 'contact',
    facts: facts.filter((fact) => fact.kind !== 'form'),
    sources: value.sources.map(({ document, lines }): Citation => ({ document, lines })),
  }
}

function compileOrganisation(value: Yaml<'organisations'>, channels: Channel[], facts: Fact[]): PublicOrganisation {
  const { id, name, parent, audience, does, where } = value
  const sources = value.sources.map(({ document, lines }): Citation => ({ document, lines }))
  return { id, name, parent, audience, does, where, channels, facts, sources }
}

function compileReferral(value: Knowledge['referrals'][number]['value']): Referral {
  const { id, name, does, answer, website, phone, notIn } = value
  const fact = (
    kind: 'url' | 'phone',
    found: string,
    title: string,
    url: string | null,
    statedOn: string | null,
  ): Fact => ({ id: `${id}-${kind}`, kind, value: found, source: { title, url }, statedOn, checkedOn: null })
  return {
    id,
    name,
    does,
    notIn,
    answer: message(answer),
    website: website && fact('url', website.url, website.title, website.url, website.statedOn),
    phone: phone && fact('phone', phone.number, phone.title, phone.url, phone.statedOn),
  }
}

function compileLifeEvent({ id, name, opening, steps }: Knowledge['lifeEvents'][number]['value']): LifeEvent {
  return {
    id,
    name,
    opening: message(opening),
    steps: steps.map(({ concept, referral, text }) => ({ concept, referral, text: message(text) })),
  }
}

function compileAmbiguity({
  id,
  phrases,
  unless,
  question,
  concepts,
  services,
}: Knowledge['ambiguities'][number]['value']): Ambiguity {
  return {
    id,
    phrases: [...phrases.nl, ...phrases.fr, ...phrases.en],
    unless,
    question: message(question),
    concepts,
    services,
  }
}

function compileMessages({ messages }: Knowledge): Record<string, Sentence> {
  const of = (language: string) => messages.find(({ file }) => file.endsWith(`/${language}.yaml`))?.value ?? {}
  const [nl, fr, en] = [of('nl'), of('fr'), of('en')]
  return Object.fromEntries(
    Object.entries(nl).map(([name, text]) => [
      name,
      message({ nl: text, fr: String(fr[name] ?? ''), en: String(en[name] ?? '') }),
    ]),
  )
}

function compileCrisis({ crisis }: Knowledge): CrisisKind[] {
  const lineOf = new Map(crisis?.lines.map(({ id, number, name }) => [id, { id, number, name }]))
  const lines = (ids: string[]) => ids.flatMap((id) => lineOf.get(id) ?? [])
  return (crisis?.kinds ?? []).map(({ id, reply, signs, lines: { nl, fr, en } }) => ({
    id,
    reply,
    signs,
    lines: { nl: lines(nl), fr: lines(fr), en: lines(en) },
  }))
}

/** Every document with what its cited lines state, in our own words, from wherever it is cited. */
function compileDocuments(knowledge: Knowledge): Record<string, SourceDocument> {
  const cited = knowledge.cities.flatMap((city) => [
    ...city.services.flatMap(({ value }) => value.sources),
    ...city.organisations.flatMap(({ sources }) => sources),
  ])
  return Object.fromEntries(
    knowledge.sources.map(({ value: { id, title, issuer, statedOn, url, note, statements } }) => {
      const found = new Map<string, Texts>(Object.entries(statements))
      for (const { document, lines, states } of cited) {
        if (document !== id || !states) continue
        const known = found.get(lines)
        found.set(lines, known && !known.nl.includes(states.nl) ? joinTexts(known, states) : (known ?? states))
      }
      const ordered = [...found].sort(
        ([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || a.localeCompare(b),
      )
      return [
        id,
        { id, title, issuer, statedOn, url, note, statements: ordered.map(([lines, states]) => ({ lines, states })) },
      ]
    }),
  )
}

const joinTexts = (a: Texts, b: Texts): Texts => ({
  nl: `${a.nl} ${b.nl}`,
  fr: a.fr && b.fr ? `${a.fr} ${b.fr}` : undefined,
  en: a.en && b.en ? `${a.en} ${b.en}` : undefined,
})

function compilePatterns({ vocabulary }: Knowledge): Catalogue['patterns'] {
  const merge = (
    pick: (value: Knowledge['vocabulary'][number]['value']) => Record<string, string[]>,
  ): Record<string, string[]> => {
    const merged: Record<string, string[]> = {}
    for (const { value } of vocabulary) {
      for (const [kind, phrases] of Object.entries(pick(value))) merged[kind] = [...(merged[kind] ?? []), ...phrases]
    }
    return merged
  }
  return {
    asksFor: merge(({ asksFor }) => asksFor),
    contactType: merge(({ contactType }) => contactType),
    talk: merge(({ talk }) => talk),
  }
}

function publicNumbers({ cities, crisis, facts }: Knowledge): string[] {
  const phones = [...facts, ...cities.flatMap((city) => city.facts)].filter(({ kind }) => kind === 'phone')
  const values = phones.map(({ value }) => (typeof value === 'string' ? value : value.nl))
  return [...new Set([...values, ...(crisis?.lines ?? []).map(({ number }) => number)])]
}

function organisationNames({ cities }: Knowledge): Record<string, string[]> {
  const names: Record<string, string[]> = {}
  for (const { organisations } of cities) {
    for (const { id, name, aliases } of organisations) {
      for (const known of [name.nl, name.fr, name.en, ...aliases]) {
        const key = tokens(fold(known ?? '')).join(' ')
        if (key && !names[key]?.includes(id)) names[key] = [...(names[key] ?? []), id]
      }
    }
  }
  return names
}
