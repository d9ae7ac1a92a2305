import type { Catalogue } from '../../core/catalogue.ts'
import { once } from '../../core/once.ts'
import { type PhraseTest, phraseTest, wordsOf } from '../../search/patterns.ts'
import type { World } from '../world.ts'

/** Ways of reacting to a reply that need no search; the words stand in the vocabulary, under `talk`. */
export const reactions = ['yes', 'no', 'back', 'restart', 'person'] as const
export type Reaction = (typeof reactions)[number]

export const ordinals = ['first', 'second', 'third', 'fourth'] as const

/** Each kind is folded when a message is first held against it. */
type Words = {
  whole: Map<string, Set<string>>
  filler: Set<string>
  asksPerson: () => PhraseTest
}
const compiled = new WeakMap<Catalogue, Words>()

function wordsFor({ catalogue }: World): Words {
  const known = compiled.get(catalogue)
  if (known) return known
  const { talk } = catalogue.patterns
  const words = {
    whole: new Map<string, Set<string>>(),
    filler: new Set((talk.filler ?? []).map(wordsOf)),
    asksPerson: once(() => phraseTest(talk.asksPerson ?? [])),
  }
  compiled.set(catalogue, words)
  return words
}

/** "c'est ça" with and without its elided letter: people leave the apostrophe out. */
const bothWays = (phrase: string): string[] =>
  /['\u2019]/.test(phrase) ? [wordsOf(phrase), wordsOf(phrase.replace(/['\u2019]/g, ' '))] : [wordsOf(phrase)]

/** The reaction that a message is as a whole, politeness aside. A message that says more is none. */
export function reactionIn(text: string, world: World): Reaction | null {
  const words = wordsOf(text)
  const plain = withoutFiller(words, world)
  return reactions.find((reaction) => isPhrase(reaction, words, plain, world)) ?? null
}

/** Whether a message only picks by place in a list ("doe maar de laatste"). */
export const picksByPlace = (text: string, world: World): boolean =>
  [...ordinals, 'last'].some((place) => saysOnly(place, text, world))

/** Whether a message is nothing but a phrase of this kind. */
export function saysOnly(kind: string, text: string, world: World): boolean {
  const words = wordsOf(text)
  return isPhrase(kind, words, withoutFiller(words, world), world)
}

function isPhrase(kind: string, words: string, plain: string, world: World): boolean {
  const phrases = phrasesOf(kind, world)
  return phrases.has(words) || phrases.has(plain)
}

/** The phrases of a kind, folded. */
export function phrasesOf(kind: string, world: World): Set<string> {
  const { whole } = wordsFor(world)
  const known = whole.get(kind)
  if (known) return known
  const phrases = new Set((world.catalogue.patterns.talk[kind] ?? []).flatMap(bothWays))
  whole.set(kind, phrases)
  return phrases
}

/** Whether a message asks for a person in so many words, wherever it says so. */
export const asksForPerson = (text: string, world: World): boolean => wordsFor(world).asksPerson()(wordsOf(text))

/** Folded words without those that change nothing ("graag de tweede aub" → "tweede"). */
export function withoutFiller(words: string, world: World): string {
  const { filler } = wordsFor(world)
  return words
    .split(' ')
    .filter((word) => !filler.has(word))
    .join(' ')
}
