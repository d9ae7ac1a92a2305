import type { Catalogue } from '../../core/catalogue.ts'
import { features } from '../../search/linear/features.ts'
import { score, softmax } from '../../search/linear/model.ts'
import { match } from '../../search/match.ts'
import { type PhraseFinder, phraseFinder, wordsOf } from '../../search/patterns.ts'
import { confidence } from '../confidence.ts'
import { reactionIn } from '../talk/reactions.ts'
import { targetOf } from '../targets.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Share of all crisis kinds together from which a message is one, whatever else it says. */
const certain = 0.98
/** Share from which it is one when it is not clearly about something that the city does. */
const likely = 0.35
const clearly = 0.5

/** Words from which a message can sound like danger: shorter ones must hold a sign. */
const fewest = 5

/**
 * Danger comes before everything else: a message that speaks of it gets the fixed reply. "Yes", "back" and their like,
 * a closed list in the vocabulary, speak of nothing.
 */
export function findCrisis(turn: Turn, world: World): Turn {
  if (reactionIn(turn.text, world)) return turn
  const words = wordsOf(turn.text)
  const kind = signOf(words, world) ?? suspected(turn, words, world)
  return kind ? { ...turn, decision: { outcome: 'crisis', targets: [], subject: kind } } : turn
}

const signs = new WeakMap<Catalogue, PhraseFinder<string>>()

/** The kind of which a message holds one of the signs that content lists; of several the first. */
function signOf(words: string, { catalogue }: World): string | undefined {
  const find = signs.get(catalogue) ?? phraseFinder(catalogue.crisis.map(({ id, signs: listed }) => [id, listed]))
  signs.set(catalogue, find)
  const found = find(words)
  return catalogue.crisis.find(({ id }) => found.has(id))?.id
}

/** The likeliest kind, when a message sounds like the ones we were taught. */
function suspected(turn: Turn, words: string, world: World): string | undefined {
  const { crisis, search, catalogue } = world
  if (words.split(' ').length < fewest) return undefined
  const shares = softmax(score(crisis, features(search.analyse(turn.text))))
  const kinds = crisis.labels
    .map((label, at) => ({ label, share: shares[at] ?? 0 }))
    .filter(({ label }) => label !== 'none' && catalogue.crisis.some(({ id }) => id === label))
    .sort((a, b) => b.share - a.share)
  const total = kinds.reduce((sum, { share }) => sum + share, 0)
  if (total < likely || (total < certain && tellsOtherwise(turn, world))) return undefined
  return kinds[0]?.label
}

/** Whether a message is clearly about something that a city is asked every day, or says next to nothing that we know. */
function tellsOtherwise({ text, city }: Turn, { search, catalogue }: World): boolean {
  const place = city ? (catalogue.cities[city] ?? null) : null
  const { clues } = match(search, text, place?.id ?? '*', (label) => targetOf(label, place, catalogue))
  return confidence(clues) >= clearly || clues.known < 0.5
}
