import type { Answer, AnswerSource, UnknownKind } from '../core/ask.ts'
import type { City, PublicOrganisation, PublicService, Referral } from '../core/catalogue.ts'
import { type Fact, isStale } from '../core/fact.ts'
import { inLanguage } from '../core/language.ts'
import { say, wording } from './say.ts'
import { showChannel, showCitation, showFacts, shownValue, sourceOfFact } from './show.ts'
import { cityOf, findOrganisation, findService, kindOf, nameIn } from './targets.ts'
import type { Turn } from './turn-state.ts'
import type { World } from './world.ts'

/** The answer for one target. @throws when the target is not in the catalogue: only decide() names targets. */
export function answerFor(target: string, order: number, turn: Turn, world: World): Answer {
  const { catalogue } = world
  const kind = kindOf(target)
  if (kind === 'organisation') {
    const organisation = findOrganisation(catalogue, nameIn(target))
    if (organisation) return ofOrganisation(organisation, order, turn, world)
  }
  if (kind === 'referral') {
    const referral = catalogue.referrals[target]
    if (referral) return ofReferral(referral, order, turn, world)
  }
  const service = findService(catalogue, target)
  if (service) return ofService(service, order, turn, world)
  throw new Error(`no page for target ${target}`)
}

function ofService(service: PublicService, order: number, turn: Turn, world: World): Answer {
  const city = world.catalogue.cities[cityOf(service.id)] as City
  const facts = showFacts(service.facts, turn)
  const unknown = lacking(
    turn,
    service,
    facts.map(({ kind }) => kind),
  )
  return {
    order,
    service: service.id,
    organisation: service.organisation,
    title: inLanguage(service.name, turn.lang),
    text: [inLanguage(service.answer, turn.lang), ...notes(unknown, city, turn, world)].join(' '),
    channels: service.channels.map((channel) => showChannel(channel, service.appointment, turn)),
    facts,
    unknown,
    sources: sources(service, facts.length > 0 ? service.facts : [], world),
  }
}

/** Kinds that were asked for and that we do not hold fresh. */
function lacking({ asks }: Turn, { channels, lacks }: PublicService, known: string[]): UnknownKind[] {
  const has: Partial<Record<UnknownKind, boolean>> = {
    cost: known.includes('cost'),
    hours: known.includes('hours'),
    term: known.includes('term'),
    documents: known.includes('documents'),
    phone: channels.some(({ type, fact }) => type === 'phone' && fact !== undefined),
    address: channels.some(({ location }) => location?.address !== undefined),
  }
  return [...new Set([...asks, ...lacks])].filter((kind) => !has[kind])
}

function notes(unknown: UnknownKind[], city: City, turn: Turn, world: World): string[] {
  const contact = inLanguage(city.firstLine.name, turn.lang)
  return unknown.slice(0, 2).map((kind) => say(world, turn, `unknown.${kind}`, { contact }))
}

function sources(
  { sources: cited }: { sources: PublicService['sources'] },
  facts: Fact[],
  { catalogue }: World,
): AnswerSource[] {
  return [...cited.map((citation) => showCitation(citation, catalogue.documents)), ...facts.map(sourceOfFact)].slice(
    0,
    6,
  )
}

function ofOrganisation(organisation: PublicOrganisation, order: number, turn: Turn, world: World): Answer {
  const city = world.catalogue.cities[cityOf(organisation.id)] as City
  const name = inLanguage(organisation.name, turn.lang)
  const contact = inLanguage(city.firstLine.name, turn.lang)
  const open = organisation.audience === 'citizen' || organisation.audience === 'mixed'
  const does = lowerFirst(inLanguage(organisation.does, turn.lang))
  const where = organisation.where
    ? ` ${upperFirst(inLanguage(organisation.where, turn.lang))}.`.replace(/\.\.$/, '.')
    : ''
  const text = open
    ? `${upperFirst(say(world, turn, 'organisation', { name, does }))}${where}`
    : `${upperFirst(say(world, turn, 'organisation.internal', { contact, name }))}`
  const channels = open && organisation.channels.length > 0 ? organisation.channels : city.firstLine.channels
  const unknown = turn.asks.filter(
    (kind) => !organisation.facts.some((fact) => fact.kind === kind) && !hasChannel(kind, channels),
  )
  return {
    order,
    service: null,
    organisation: open ? organisation.id : city.firstLine.organisation,
    title: name,
    text: [text, ...notes(unknown, city, turn, world)].join(' '),
    channels: channels.map((channel) => showChannel(channel, 'unknown', turn)),
    facts: showFacts(organisation.facts, turn),
    unknown,
    sources: sources(organisation, [], world),
  }
}

const hasChannel = (kind: UnknownKind, channels: PublicOrganisation['channels']): boolean =>
  (kind === 'phone' && channels.some(({ type, fact }) => type === 'phone' && fact !== undefined)) ||
  (kind === 'address' && channels.some(({ location }) => location?.address !== undefined))

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function ofReferral(referral: Referral, order: number, turn: Turn, world: World): Answer {
  const facts = [referral.website, referral.phone].filter((fact): fact is Fact => fact !== undefined)
  return {
    order,
    service: referral.id,
    organisation: referral.id,
    title: inLanguage(referral.name, turn.lang),
    text: wording(world, turn, referral.answer),
    channels: facts.map((fact) => ({
      type: fact.kind === 'phone' ? ('phone' as const) : ('online' as const),
      label: inLanguage(referral.name, turn.lang),
      ...(fact.kind === 'phone' ? { phone: shownValue(fact, turn.lang) } : { url: shownValue(fact, turn.lang) }),
      source: fact.source.title,
      statedOn: fact.statedOn,
      checkedOn: fact.checkedOn,
      stale: isStale(fact, turn.at),
    })),
    facts: [],
    unknown: [],
    sources: facts.map(sourceOfFact),
  }
}

/** The city's first line, for what we know no page for: a topic, or nothing at all. */
export function firstLineAnswer(text: string, facts: Fact[], turn: Turn, world: World): Answer | null {
  const city = turn.city ? world.catalogue.cities[turn.city] : undefined
  if (!city) return null
  const shown = showFacts(facts, turn)
  const organisation = city.organisations[city.firstLine.organisation]
  return {
    order: 1,
    service: null,
    organisation: city.firstLine.organisation,
    title: inLanguage(city.firstLine.name, turn.lang),
    text,
    channels: [
      ...facts
        .filter(({ kind }) => kind === 'form')
        .map((fact) => showChannel({ type: 'online', label: fact.label ?? { nl: 'Online' }, fact }, 'unknown', turn)),
      ...city.firstLine.channels.map((channel) => showChannel(channel, 'unknown', turn)),
    ],
    facts: shown.filter(({ kind }) => kind !== 'form'),
    unknown: turn.asks,
    sources: [...facts.map(sourceOfFact), ...(organisation ? sources(organisation, [], world) : [])].slice(0, 6),
  }
}
