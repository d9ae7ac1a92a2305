import type { City } from '../core/catalogue.ts'
import { type Candidate, isMended, type Match, match, type Read } from '../search/match.ts'
import { wordsOf } from '../search/patterns.ts'
import { phrasesIn } from './asked-phrases.ts'
import { type Bodies, meantBy, namedOrganisations } from './bodies.ts'
import { confidence } from './confidence.ts'
import { isNamedByPlace, saysInFull } from './named-body.ts'
import { cityOf, resolverOf } from './targets.ts'
import { isBodyAlone, isSurelyBody, throughBodies } from './through-bodies.ts'
import type { Need, Turn } from './turn-state.ts'
import type { World } from './world.ts'

const asFound = (found: Match): Match => found

/** Confidence below which the encoder too reads half of what was meant, in a text with mended words. */
const doubtful = 0.7

/** What a text may be about, in the city of the turn; `see` may see the candidates otherwise before we judge how sure they are. */
export function need(text: string, turn: Turn, world: World, see = asFound): Need {
  const found = needAsRead(undefined, text, turn, world, see)
  if (found.confidence >= doubtful || !isMended(world.search, text)) return found
  const halfway = needAsRead('halfway', text, turn, world, see)
  return halfway.confidence > found.confidence ? halfway : found
}

function needAsRead(how: Read | undefined, text: string, turn: Turn, world: World, see: typeof asFound): Need {
  const { search, catalogue } = world
  const { city } = turn
  const place = city ? (catalogue.cities[city] ?? null) : null
  const bodies = bodiesIn(text, city, world)
  const isOurs = !turn.elsewhere && (city !== null || turn.homonym !== null)
  const matchFor = (meant: Bodies): Match =>
    match(search, text, place?.id ?? '*', meantBy(meant, isOurs, resolverOf(place, catalogue)), how)
  // Of who asks for no body every body may speak, but for its pages alone.
  const asksForBody = bodies.asked || bodies.named.size > 0
  const matched = matchFor(asksForBody ? bodies : anyBody)
  const asked = place && onlyByName(place, bodies, text, matched)
  const found = see(asksForBody ? matched : throughBodies(matched, catalogue))
  if (asked) return { text, candidates: ahead(asked, found.candidates), confidence: byName, known: found.clues.known }
  const page = needOf(text, found, world)
  if (bodies.asked || !place || page.confidence >= withoutDoubt) return page
  const whoever = asksForBody ? matchFor(anyBody) : matched
  if (!isBodyAlone(whoever, catalogue) || isNamedByPlace(text, whoever, world)) return page
  const body = needOf(text, see(whoever), world)
  return body.confidence > page.confidence ? body : page
}

const anyBody: Bodies = { named: new Set(), asked: true }

/** Confidence in a page from which no body is looked for that nobody asks for but that does just this. */
export const withoutDoubt = 0.9

const needOf = (text: string, found: Match, world: World): Need => ({
  text,
  candidates: found.candidates,
  confidence: confidence(text, found, world),
  known: found.clues.known,
})

/** Bodies of the city, or of any city when it is not known: what is a body elsewhere ("gemeentehuis") is none here. */
function bodiesIn(text: string, city: string | null, world: World): Bodies {
  const words = wordsOf(text)
  const named = namedOrganisations(words, world.catalogue).filter((id) => city === null || cityOf(id) === city)
  return {
    named: new Set(named),
    asked: phrasesIn(words, world).has('organisation'),
  }
}

/** Confidence in a body that is asked for by its full name, and its share. */
const byName = 0.9

/**
 * The one body of the city that a message asks for by name, when it has no page by which it could be found otherwise. A name
 * of one word may be an ordinary one ("gemeente"): then a body that is surely meant goes before it.
 */
function onlyByName(
  { organisations, services }: City,
  { named, asked }: Bodies,
  text: string,
  matched: Match,
): string | undefined {
  const [only, other] = asked ? [...named].filter((id) => Object.hasOwn(organisations, id)) : []
  if (!only || other) return undefined
  const hasPage = Object.values(services).some(({ organisation }) => organisation === only)
  if (hasPage) return undefined
  const target = `organisation:${only}`
  const isAnother = isSurelyBody(matched) && matched.candidates[0]?.target !== target
  return isAnother && !saysInFull(text, organisations[only]) ? undefined : target
}

const ahead = (target: string, candidates: Candidate[]): Candidate[] => [
  { target, share: byName, labels: [] },
  ...candidates.filter((one) => one.target !== target).map((one) => ({ ...one, share: one.share * (1 - byName) })),
]

/** What a need is most likely about; empty when nothing is known. */
export const best = ({ candidates }: Need): string => candidates[0]?.target ?? ''
