import type { Catalogue } from '../../core/catalogue.ts'
import { once } from '../../core/once.ts'
import { apart, dangerFeatures } from '../../search/linear/frames.ts'
import { softmax } from '../../search/linear/model.ts'
import { match } from '../../search/match.ts'
import { type PhraseFinder, phraseFinder, wordsOf } from '../../search/patterns.ts'
import { told } from '../../search/told.ts'
import { confidence } from '../confidence.ts'
import { picksByPlace, reactionIn } from '../talk/reactions.ts'
import { kindOf, resolverOf } from '../targets.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Share of all crisis kinds together from which a message is one, whatever else it says. */
const certain = 0.65
/** Share from which it is one when it is not clearly about something that the city does. */
const likely = 0.5
const clearly = 0.7
/** What is as plainly about something that the city does needs a large share; business of another body (gas, police) a smaller one. */
const plainly = { sure: 0.99, share: 0.95, shareBesideBody: 0.8 }
/** Share of one sentence from which it tells of danger in passing, when it is not itself clearly about something else. */
const inPassing = { share: 0.95, clearly: 0.8 }
/** Share below which even a sign that content lists means something else ("wat mij frappeert"). */
const hardly = 0.4
/** Words below which a message must name something that happens, not only people ("en voor mijn vrouw?"). */
const fewWords = 5

/**
 * Danger comes before everything else: a message that speaks of it gets the fixed reply. "Yes", "back", "the last one" and
 * their like, a closed list in the vocabulary, speak of nothing.
 */
export function findCrisis(turn: Turn, world: World): Turn {
  if (reactionIn(turn.text, world) || picksByPlace(turn.text, world)) return turn
  const whole = likeliest(turn.text, world)
  const sign = whole.share < hardly ? undefined : signOf(turn.text, world)
  const found = sign ?? (isSuspect(whole.share, turn, world) ? whole.kind : undefined) ?? toldInPassing(turn, world)
  return found ? { ...turn, decision: { outcome: 'crisis', targets: [], subject: found } } : turn
}

type Tools = { bystanders: Set<string>; signs: () => PhraseFinder }
const tools = new WeakMap<Catalogue, Tools>()

/** What recognises danger, of a catalogue, made once; signs when a message is not plainly harmless. */
function toolsOf({ catalogue }: World): Tools {
  const known = tools.get(catalogue)
  if (known) return known
  const made = {
    bystanders: new Set(catalogue.crisisBystanders),
    signs: once(() => phraseFinder(catalogue.crisis.map(({ id, signs }) => [id, signs]))),
  }
  tools.set(catalogue, made)
  return made
}

/** The kind of which a message holds one of the signs that content lists; of several the first. */
function signOf(text: string, world: World): string | undefined {
  const found = toolsOf(world).signs()(wordsOf(text))
  return world.catalogue.crisis.find(({ id }) => found.has(id))?.id
}

/** The likeliest kind, and the share of all kinds together, by the sentences that we were taught. */
function likeliest(text: string, world: World): { kind: string | undefined; share: number } {
  const { crisis, search, catalogue } = world
  const shares = softmax(told('crisis', text, search, crisis, dangerFeatures(text, search.analyse, search.read)))
  const kinds = crisis.labels
    .map((label, at) => ({ label, share: shares[at] ?? 0 }))
    .filter(({ label }) => label !== 'none' && catalogue.crisis.some(({ id }) => id === label))
    .sort((a, b) => b.share - a.share)
  return { kind: kinds[0]?.label, share: kinds.reduce((sum, { share }) => sum + share, 0) }
}

function isSuspect(share: number, turn: Turn, world: World): boolean {
  if (share < likely || namesOnlyPeople(turn.text, world)) return false
  const about = aboutCity(turn.text, turn, world)
  if (about.sure >= plainly.sure && share < about.outweighedFrom) return false
  return share >= certain || (about.sure < clearly && about.known)
}

/** Words below which a sentence is too short to tell of danger by itself. */
const shortest = 3
/** A longer message is looked at in as many pieces, of several sentences each. */
const mostPieces = 12

/** Kind of danger that one sentence tells of in a message about something else ("… Sorry, mijn man slaat mij nu."). */
function toldInPassing(turn: Turn, world: World): string | undefined {
  const sentences = turn.text.split(/[.?!;\n]+/u).filter((one) => one.trim().split(/\s+/u).length >= shortest)
  if (sentences.length < 2) return undefined
  const size = Math.ceil(sentences.length / mostPieces)
  for (let at = 0; at < sentences.length; at += size) {
    const piece = sentences.slice(at, at + size).join('. ')
    const { kind, share } = likeliest(piece, world)
    if (share < inPassing.share || namesOnlyPeople(piece, world)) continue
    const about = aboutCity(piece, turn, world)
    if (about.sure < inPassing.clearly && about.known) return kind
  }
  return undefined
}

function namesOnlyPeople(text: string, world: World): boolean {
  const { bystanders } = toolsOf(world)
  const { read } = world.search
  const { words, telling } = world.search.analyse(apart(text))
  if (words.length >= fewWords) return false
  const found = read(words)
  const people = new Set(
    found.filter(({ classes }) => classes.every((name) => bystanders.has(name))).map(({ at }) => at),
  )
  return people.size > 0 && people.size === found.length && words.every((_, at) => !telling[at] || people.has(at))
}

/** Share of words that we know below which a text says next to nothing. */
const hardlyKnown = 0.5

/**
 * How sure it is that a text is about something that a city is asked every day, whether it says anything that we know, and the
 * share from which danger outweighs it all the same. What no city helps with does not count: danger is that too.
 */
function aboutCity(
  text: string,
  { city }: Turn,
  world: World,
): { sure: number; known: boolean; outweighedFrom: number } {
  const { search, catalogue } = world
  const place = city ? (catalogue.cities[city] ?? null) : null
  const found = match(search, text, place?.id ?? '*', resolverOf(place, catalogue), 'written')
  const [best] = found.candidates
  const kind = best ? kindOf(best.target) : 'none'
  return {
    sure: kind === 'none' ? 0 : confidence(text, found, world),
    known: found.clues.known >= hardlyKnown,
    outweighedFrom: kind === 'referral' ? plainly.shareBesideBody : plainly.share,
  }
}
