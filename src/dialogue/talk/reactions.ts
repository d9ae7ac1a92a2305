import type { Catalogue } from '../../core/catalogue.ts'
import { type PhraseTest, phraseTest, wordsOf } from '../../search/patterns.ts'
import type { World } from '../world.ts'

/** Ways of reacting to a reply that need no search; the words stand in the vocabulary, under `talk`. */
export const reactions = ['yes', 'no', 'back', 'restart', 'person'] as const
export type Reaction = (typeof reactions)[number]

export const ordinals = ['first', 'second', 'third', 'fourth'] as const

type Words = {
  whole: Map<string, Set<string>>
  filler: Set<string>
  asksPerson: PhraseTest
}
const compiled = new WeakMap<Catalogue, Words>()

function wordsFor({ catalogue }: World): Words {
  const known = compiled.get(catalogue)
  if (known) return known
  const { talk } = catalogue.patterns
  const words = {
    whole: new Map(Object.entries(talk).map(([kind, phrases]) => [kind, new Set(phrases.flatMap(bothWays))])),
    filler: new Set((talk.filler ?? []).map(wordsOf)),
    asksPerson: phraseTest(talk.asksPerson ?? []),
  }
  compiled.set(catalogue, words)
  return words
}

/** "c'est ça" with and without its elided letter: people leave the apostrophe out. */
const bothWays = (phrase: string): string[] => [wordsOf(phrase), wordsOf(phrase.replace(/['’]/g, ' '))]

/** The reaction that a message is as a whole, politeness aside. A message that says more is none. */
export function reactionIn(text: string, world: World): Reaction | null {
  return reactions.find((reaction) => saysOnly(reaction, text, world)) ?? null
}

/** Whether a message is nothing but a phrase of this kind. */
export function saysOnly(kind: string, text: string, world: World): boolean {
  const { whole } = wordsFor(world)
  const words = wordsOf(text)
  const phrases = whole.get(kind)
  return phrases !== undefined && (phrases.has(words) || phrases.has(withoutFiller(words, world)))
}

/** The phrases of a kind, folded. */
export const phrasesOf = (kind: string, world: World): Set<string> => wordsFor(world).whole.get(kind) ?? new Set()

/** Whether a message asks for a person in so many words, wherever it says so. */
export const asksForPerson = (text: string, world: World): boolean => wordsFor(world).asksPerson(wordsOf(text))

/** Folded words without those that change nothing ("graag de tweede aub" → "tweede"). */
export function withoutFiller(words: string, world: World): string {
  const { filler } = wordsFor(world)
  return words
    .split(' ')
    .filter((word) => !filler.has(word))
    .join(' ')
}
