import type { Lists } from './lists.ts'

/** The vocabulary that analysis needs, of all languages together; compiled from `knowledge/common/vocabulary`. */
export type Vocabulary = {
  stop: string[]
  /** Folded word or phrase → canonical word. */
  synonyms: Lists
  /** First words of synonyms of several words: only from these is a longer one looked for. */
  openings: string[]
  /** Chat spelling, abbreviation or dialect word → plain words. */
  spelling: Lists
  irregular: Lists
  /** Words of pairs that resemble each other and mean something else: none of them is mended. */
  falseFriends: string[]
}
