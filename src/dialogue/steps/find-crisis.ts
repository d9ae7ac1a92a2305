import type { Catalogue } from '../../core/catalogue.ts'
import { once } from '../../core/once.ts'
import { apart } from '../../search/linear/frames.ts'
import { type PhraseFinder, phraseFinder, wordsOf } from '../../search/patterns.ts'
import { danger } from '../danger/danger.ts'
import { type Heard, heard } from '../danger/danger-signs.ts'
import { picksByPlace, reactionIn } from '../talk/reactions.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** How likely danger has to be: in a message, and in one sentence of a message that is about something else. */
const likely = 0.4
const inPassing = 0.95
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
  const said = heard(turn.text, world)
  const sign = said.share < hardly ? undefined : signOf(turn.text, world)
  const found = sign ?? kindIn(turn.text, said, turn, world) ?? toldInPassing(turn, world)
  return found ? { ...turn, decision: { outcome: 'crisis', targets: [], subject: found } } : turn
}

/** The kind of danger that a message probably tells of. */
function kindIn(text: string, said: Heard, { city }: Turn, world: World): string | undefined {
  if (danger(text, said, city, world, 'whole') < likely || namesOnlyPeople(text, world)) return undefined
  return said.kind
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
    const said = heard(piece, world)
    if (danger(piece, said, turn.city, world, 'part') < inPassing || namesOnlyPeople(piece, world)) continue
    return said.kind
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
