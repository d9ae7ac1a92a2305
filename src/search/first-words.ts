/**
 * First words of names, each with the words of the longest name that begins so: hardly any word of a message is one, so
 * the names themselves are seldom read. Names are folded.
 */
export function longestNames(names: string[]): Record<string, number> {
  const longest = new Map<string, number>()
  for (const name of names) {
    const words = name.split(' ')
    const [first = ''] = words
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length))
  }
  return Object.fromEntries(longest)
}

/** Words of the longest name that begins with a word; 0 when none does. */
export const longestFrom = (openings: Record<string, number>, word: string): number =>
  Object.hasOwn(openings, word) ? (openings[word] as number) : 0
