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
const certain = 0.8
/** Share from which it is one when it is not clearly about something that the city does. */
const likely = 0.5
const clearly = 0.6
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
  const { kind, share } = likeliest(turn.text, world)
  const sign = share < hardly ? undefined : signOf(turn.text, world)
  const found = sign ?? (isSuspect(share, turn, world) ? kind : undefined)
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
  return share >= certain || !tellsOtherwise(turn, world)
}

function namesOnlyPeople(text: string, world: World): boolean {
  const { bystanders } = toolsOf(world)
  const { read } = world.search
  const { words } = world.search.analyse(apart(text))
  return words.length < fewWords && read(words).every(({ classes }) => classes.every((name) => bystanders.has(name)))
}

/**
 * Whether a message is clearly about something that a city is asked every day, or says next to nothing that we know. That
 * it is clearly about what no city helps with does not count: danger is that too.
 */
function tellsOtherwise({ text, city }: Turn, world: World): boolean {
  const { search, catalogue } = world
  const place = city ? (catalogue.cities[city] ?? null) : null
  const found = match(search, text, place?.id ?? '*', resolverOf(place, catalogue))
  const [best] = found.candidates
  const isOurs = best !== undefined && kindOf(best.target) !== 'none'
  return (isOurs && confidence(text, found, world) >= clearly) || found.clues.known < 0.5
}
