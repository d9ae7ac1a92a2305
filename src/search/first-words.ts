const known = new WeakMap<object, Map<string, number>>()

/**
 * First words of all names of a record, each with the words of the longest name that begins so; gathered once for it:
 * hardly any word of a message is one. Names are folded.
 */
export function firstWords(names: Record<string, unknown>): Map<string, number> {
  const found = known.get(names) ?? longestBy(Object.keys(names))
  known.set(names, found)
  return found
}

function longestBy(names: string[]): Map<string, number> {
  const longest = new Map<string, number>()
  for (const name of names) {
    const blank = name.indexOf(' ')
    const first = blank < 0 ? name : name.slice(0, blank)
    const count = blank < 0 ? 1 : name.split(' ').length
    if (count > (longest.get(first) ?? 0)) longest.set(first, count)
  }
  return longest
}
