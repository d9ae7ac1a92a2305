import type { Analysis } from '../analysis/analyse.ts'
import { apart } from '../linear/frames.ts'
import type { Reader } from '../linear/word-classes.ts'

/** What the encoder reads of a text: its words in order, and the classes each belongs to (see `linear/word-classes.ts`). */
export type Reading = { words: string[]; classes: string[][] }

/** Words of a text that are read: the longest message that may be sent has more, and says by then what it is about. */
export const mostWords = 160

/** Reads a text. What an apostrophe joins is read apart. */
export function readingOf(text: string, analyse: (text: string) => Analysis, read: Reader): Reading {
  const words = analyse(apart(text)).words.slice(0, mostWords)
  const classes = words.map((): string[] => [])
  for (const item of read(words)) classes[item.at] = item.classes
  return { words, classes }
}
