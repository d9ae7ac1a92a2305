import { once } from './once.ts'

/** How a text is shown: the same on every page and in the browser. */

/** An engine that reads `\p` looks through all of Unicode: not at every start. */
const sentenceEnd = once(() => /[.!?](?=\s+\p{Lu})/u)

/** The first sentence and what follows it. */
export function firstSentence(text: string): [first: string, rest: string] {
  const end = sentenceEnd().exec(text)
  return end ? [text.slice(0, end.index + 1), text.slice(end.index + 1).trim()] : [text, '']
}
