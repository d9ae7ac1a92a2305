/**
 * What a list says of words, by their first letter: letter → `word=what;word=what`. A message meets a few letters, and the
 * words of a letter are read when it is met first: reading all of them takes a start longer than its answer does.
 */
export type Lists = Record<string, string>

/** @throws when a word or what is said of it holds a sign that parts them. */
export function listsOf(record: Record<string, string>): Lists {
  const byLetter = Map.groupBy(Object.entries(record), ([word]) => word.charAt(0))
  return Object.fromEntries([...byLetter].map(([letter, pairs]) => [letter, pairs.map(written).join(';')]))
}

function written([word, what]: [string, string]): string {
  if (/[=;]/.test(word + what)) throw new Error(`${word}: a word of a list, or what it means, holds = or ;`)
  return `${word}=${what}`
}

/** What a list says of a word; undefined when it does not have it. */
export function lookUpIn(lists: Lists): (word: string) => string | undefined {
  const read = new Map<string, Map<string, string>>()
  const wordsOf = (letter: string): Map<string, string> => {
    const known = read.get(letter) ?? pairsIn(lists[letter] ?? '')
    read.set(letter, known)
    return known
  }
  return (word) => (Object.hasOwn(lists, word.charAt(0)) ? wordsOf(word.charAt(0)).get(word) : undefined)
}

const pairsIn = (text: string): Map<string, string> =>
  new Map(text.split(';').map((pair) => pair.split('=') as [string, string]))

/** All words of a list. */
export const wordsIn = (lists: Lists): string[] => Object.values(lists).flatMap((text) => [...pairsIn(text).keys()])
