import type { City } from '../../core/catalogue.ts'
import { type UnknownKind, unknownKinds } from '../../core/unknown-kinds.ts'
import { type Candidate, match } from '../../search/match.ts'
import { names } from '../../search/names.ts'
import { wordsOf } from '../../search/patterns.ts'
import { askedFacts } from '../asked-facts.ts'
import { phrasesIn } from '../asked-phrases.ts'
import { withoutAsking } from '../asks-of-city.ts'
import { type Bodies, meantBy, namedOrganisations, withoutBodies } from '../bodies.ts'
import { confidence } from '../confidence.ts'
import { contactTypeOf } from '../contact-type.ts'
import { askedDay } from '../hours/asked-day.ts'
import { withoutWhoAsks } from '../identity.ts'
import { withoutDenied } from '../negation.ts'
import { phrasesOf } from '../talk/reactions.ts'
import { kindOf, resolverOf } from '../targets.ts'
import type { Need, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Confidence, and share of its page, from which a part of a message counts as a need of its own. */
const ownNeed = { confidence: 0.8, share: 0.7 }

/** Finds what the message is about, which facts it asks for, and what kind of contact it is. */
export function recognise(turn: Turn, world: World): Turn {
  const words = wordsOf(turn.text)
  const said = phrasesIn(words, world)
  const learned = askedFacts(turn.text, world)
  const asks = unknownKinds.filter((kind) => said.has(kind) || learned.kinds.has(kind))
  const day = askedDay({ ...turn, asks }, world)
  const found = clearest(needs(turn, world), { ...turn, asks, askedDay: day }, world)
  return {
    ...turn,
    asks,
    particular: learned.particular,
    askedDay: day,
    yesOrNo: said.has('isOpen') && !said.has('when'),
    offline: turn.offline || said.has('offline'),
    named: namedOrganisations(words, world.catalogue),
    lostDocument: said.has('lost'),
    contactType: contactTypeOf(turn.text, found[0], world),
    needs: found,
  }
}

function needs(turn: Turn, world: World): Need[] {
  const text = withoutWhoAsks(turn.text, world.catalogue)
  const whole = beyondBodies(need(withoutDenied(text), turn, world), turn, world)
  // A part is a need of its own only for a page, and one of them must be what the whole is about.
  if (kindOf(best(whole)) !== 'service') return [whole]
  const parts = ownNeeds(clauses(text), turn, world)
  const distinct = parts.filter((part, at) => parts.findIndex((other) => best(other) === best(part)) === at)
  const several = distinct.length > 1 && distinct.some((part) => best(part) === best(whole))
  return several ? distinct.slice(0, 3) : [whole]
}

/** Confidence from which the page of what is asked of one body or another is meant, and not one of the two. */
const ofEither = 0.7

/** Who asks which of several bodies does something ("is die trouw voor Protocol of voor Burgerzaken?") needs the page of it. */
function beyondBodies(whole: Need, turn: Turn, world: World): Need {
  if (kindOf(best(whole)) !== 'organisation') return whole
  const words = wordsOf(whole.text)
  const beside = withoutBodies(words, world.catalogue)
  if (beside === words) return whole
  const rest = need(beside, turn, world)
  return kindOf(best(rest)) === 'service' && rest.confidence >= ofEither ? rest : whole
}

/** Confidence below which a message that asks for a fact is looked at without the words of asking. */
const unclear = 0.8
/** By how much clearer a message must be about something without the words of asking. */
const clearer = 0.2

/** Who asks to phone may want just that: some cities have a page about it. */
const asksWhereOrWhen = (asks: UnknownKind[]): boolean => asks.includes('hours') || asks.includes('address')

/** "Open" and "straat" are words of pages too: what a message is about is looked at without them when it is unclear with them. */
function clearest(found: Need[], turn: Turn, world: World): Need[] {
  const [whole] = found
  if (found.length > 1 || !whole || whole.confidence >= unclear || !asksWhereOrWhen(turn.asks)) return found
  const rest = withoutAsking(whole.text, turn, world).join(' ')
  const alone = rest === '' ? whole : need(rest, turn, world)
  return alone.confidence >= whole.confidence + clearer ? [alone] : found
}

/** The parts that are a need of their own; none when they cannot become several, so that no part is matched for nothing. */
function ownNeeds(texts: string[], turn: Turn, world: World): Need[] {
  const found: Need[] = []
  for (const [at, text] of texts.entries()) {
    if (found.length + texts.length - at < 2) return []
    const part = need(text, turn, world)
    if (isOwnNeed(part, world)) found.push(part)
  }
  return found
}

const best = ({ candidates }: Need): string => candidates[0]?.target ?? ''

/** A part that only leans on the rest ("waar kan ik dat doen?") often fits some page; a need names the page that it is about. */
function isOwnNeed({ text, candidates: [top], confidence }: Need, world: World): boolean {
  if (!top || kindOf(top.target) !== 'service' || beginsLeaning(text, world)) return false
  return confidence >= ownNeed.confidence && top.share >= ownNeed.share && names(world.search, text, top.labels)
}

/** "Is that a complaint?" asks about what was said before, whatever it names. */
const beginsLeaning = (text: string, world: World): boolean =>
  wordsOf(text)
    .split(' ')
    .slice(0, 2)
    .some((word) => phrasesOf('refers', world).has(word))

/** What a text may be about, in the city of the turn. */
export function need(text: string, turn: Turn, world: World): Need {
  const { search, catalogue } = world
  const { city } = turn
  const place = city ? (catalogue.cities[city] ?? null) : null
  const bodies = bodiesIn(text, world)
  const isOurs = !turn.elsewhere && (city !== null || turn.homonym !== null)
  const resolve = meantBy(bodies, isOurs, resolverOf(place, catalogue))
  const found = match(search, text, place?.id ?? '*', resolve)
  const { candidates, clues } = found
  const asked = place && onlyByName(place, bodies)
  if (asked) return { text, candidates: ahead(asked, candidates), confidence: byName, known: clues.known }
  return { text, candidates, confidence: confidence(text, found, world), known: clues.known }
}

function bodiesIn(text: string, world: World): Bodies {
  const words = wordsOf(text)
  return {
    named: new Set(namedOrganisations(words, world.catalogue)),
    asked: phrasesIn(words, world).has('organisation'),
  }
}

/** Confidence in a body that is asked for by its full name, and its share. */
const byName = 0.9

/** The one body of the city that a message asks for by name, when it has no page by which it could be found otherwise. */
function onlyByName({ organisations, services }: City, { named, asked }: Bodies): string | undefined {
  const [only, other] = asked ? [...named].filter((id) => Object.hasOwn(organisations, id)) : []
  if (!only || other) return undefined
  const hasPage = Object.values(services).some(({ organisation }) => organisation === only)
  return hasPage ? undefined : `organisation:${only}`
}

const ahead = (target: string, candidates: Candidate[]): Candidate[] => [
  { target, share: byName, labels: [] },
  ...candidates.filter((one) => one.target !== target).map((one) => ({ ...one, share: one.share * (1 - byName) })),
]

/** With more parts than this a message is a story, not a list of needs. */
const mostClauses = 5

/** Parts of a message that may each be a need: sentences, and what "and" joins. */
function clauses(text: string): string[] {
  const parts = text.split(/[.?!;\n]+|,?\s+(?:en ook|en|et|and|also|ook|aussi)\s+/iu).map((part) => part.trim())
  const long = parts.filter((part) => part.split(/\s+/).length >= 2)
  return long.length > 1 && long.length <= mostClauses ? long : []
}
