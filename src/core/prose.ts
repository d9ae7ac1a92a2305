/** How a text is shown: the same on every page and in the browser. */

/** The first sentence and what follows it. */
export function firstSentence(text: string): [first: string, rest: string] {
  const end = /[.!?](?=\s+\p{Lu})/u.exec(text)
  return end ? [text.slice(0, end.index + 1), text.slice(end.index + 1).trim()] : [text, '']
}
