import type { Catalogue } from '../core/catalogue.ts'
import { remembering } from '../core/remembering.ts'
import { finderOf, type PhraseFinder } from '../search/patterns.ts'
import type { World } from './world.ts'

/** Texts of which it is kept what they say: a message, and what is left of it without who asks. */
const lastTexts = 4
const finders = new WeakMap<Catalogue, PhraseFinder>()

/** Kinds of facts that folded words ask for in phrases that content lists. */
export function phrasesIn(words: string, { catalogue }: World): ReadonlySet<string> {
  const find = finders.get(catalogue) ?? remembering(lastTexts, finderOf(catalogue.patterns.asks))
  finders.set(catalogue, find)
  return find(words)
}
