import type { Answer, AnswerSource, UnknownKind } from '../core/ask.ts'
import type { Channel, City, PublicOrganisation, PublicService } from '../core/catalogue.ts'
import { type Fact, isStale } from '../core/fact.ts'
import { inLanguage } from '../core/language.ts'
import { ofReferral } from './answer-body.ts'
import { admit, askedHours, factsOf, furtherContact } from './hours/answer-hours.ts'
import { line } from './kin.ts'
import { say } from './say.ts'
import { showCitation, showFacts, sourceOfFact } from './show.ts'
import { cityOf, findOrganisation, findService, kindOf, nameIn } from './targets.ts'
import type { Turn } from './turn-state.ts'
import { type Page, showWaysIn } from './ways-in.ts'
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
  const channels = showWaysIn(service, turn, world)
  const known = [...facts.map(({ kind }) => kind), ...(channels.some(({ hours }) => hours) ? ['hours'] : [])]
  const unknown = lacking(turn, service, known)
  return {
    order,
    service: service.id,
    organisation: service.organisation,
    title: inLanguage(service.name, turn.lang),
    text: [
      ...askedHours(channels, turn, world),
      body(service, turn, world),
      ...admit(unknown, [...service.facts, ...factsOf(service.channels)], city, turn, world),
    ].join(' '),
    channels: [...channels, ...showContact(service, unknown, city, turn, world)],
    facts,
    unknown,
    sources: sources(service, facts.length > 0 ? service.facts : [], world),
  }
}

/** The city's first line, for what we could not tell ourselves and where the page has no number or link. */
function showContact({ id, channels }: Page, unknown: UnknownKind[], city: City, turn: Turn, world: World) {
  return showWaysIn({ id, channels: furtherContact(channels, unknown, city) }, turn, world)
}

/** A question about what was just answered is not answered with all of it again. */
function body({ name, answer }: PublicService, turn: Turn, world: World): string {
  const again = turn.followsUp && turn.asks.length > 0
  return again ? say(world, turn, 'itIsAbout', { topic: inLanguage(name, turn.lang) }) : inLanguage(answer, turn.lang)
}

/** Kinds that were asked for and that we do not hold fresh. */
function lacking({ asks, particular, at }: Turn, { channels, lacks }: PublicService, known: string[]): UnknownKind[] {
  const has: Partial<Record<UnknownKind, boolean>> = {
    cost: known.includes('cost'),
    hours: known.includes('hours'),
    term: known.includes('term'),
    documents: known.includes('documents'),
    phone: holdsFresh('phone', channels, at),
    address: holdsFresh('address', channels, at),
  }
  return [...new Set([...asks, ...lacks])].filter((kind) => kind === particular || !has[kind])
}

const holdsFresh = (kind: UnknownKind, channels: Channel[], at: string): boolean =>
  factsOf(channels).some((fact) => fact.kind === kind && !isStale(fact, at))

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

/** Which body a body is part of; not said when that is the city itself, or all that the city has. */
function parentOf({ parent }: PublicOrganisation, city: City, turn: Turn, world: World): string[] {
  const above = parent === undefined ? undefined : findOrganisation(world.catalogue, parent)
  if (!above || above.id === line(city.firstLine.organisation, world.catalogue).at(-1)) return []
  return [say(world, turn, 'organisation.partOf', { parent: inLanguage(above.name, turn.lang) })]
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
  const above = parentOf(organisation, city, turn, world)
  const ways = open && organisation.channels.length > 0 ? organisation.channels : city.firstLine.channels
  const channels = showWaysIn({ id: organisation.id, channels: ways }, turn, world)
  const unknown = turn.asks.filter(
    (kind) =>
      kind === turn.particular ||
      (!organisation.facts.some((fact) => fact.kind === kind && !isStale(fact, turn.at)) &&
        !holdsFresh(kind, ways, turn.at) &&
        !(kind === 'hours' && channels.some(({ hours }) => hours))),
  )
  const held = [...organisation.facts, ...factsOf(ways)]
  return {
    order,
    service: null,
    organisation: open ? organisation.id : city.firstLine.organisation,
    title: name,
    text: [...askedHours(channels, turn, world), text, ...above, ...admit(unknown, held, city, turn, world)].join(' '),
    channels: [...channels, ...showContact({ id: organisation.id, channels: ways }, unknown, city, turn, world)],
    facts: showFacts(organisation.facts, turn),
    unknown,
    sources: sources(organisation, [], world),
  }
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** The city's first line, for what we know no page for: a topic, or nothing at all. */
export function firstLineAnswer(text: string, facts: Fact[], turn: Turn, world: World): Answer | null {
  const city = turn.city ? world.catalogue.cities[turn.city] : undefined
  if (!city) return null
  const shown = showFacts(facts, turn)
  const organisation = city.organisations[city.firstLine.organisation]
  const forms = facts
    .filter(({ kind }) => kind === 'form')
    .map((fact): Channel => ({ type: 'online', label: fact.label ?? { nl: 'Online' }, fact }))
  return {
    order: 1,
    service: null,
    organisation: city.firstLine.organisation,
    title: inLanguage(city.firstLine.name, turn.lang),
    text,
    channels: showWaysIn(
      { id: city.firstLine.organisation, channels: [...forms, ...city.firstLine.channels] },
      turn,
      world,
    ),
    facts: shown.filter(({ kind }) => kind !== 'form'),
    unknown: turn.asks,
    sources: [...facts.map(sourceOfFact), ...(organisation ? sources(organisation, [], world) : [])].slice(0, 6),
  }
}
