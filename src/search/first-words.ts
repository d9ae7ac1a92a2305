const known = new WeakMap<object, Map<string, number>>()

/**
 * First words of all names of a record, gathered once for it: hardly any word of a message is one. Each with the most
 * words that a name may have that begins so: 1, or no limit. Names are folded.
 */
export function firstWords(names: Record<string, unknown>): Map<string, number> {
  const found = known.get(names) ?? longestBy(Object.keys(names))
  known.set(names, found)
  return found
}

function longestBy(names: Iterable<string>): Map<string, number> {
  const longest = new Map<string, number>()
  for (const name of names) {
    const blank = name.indexOf(' ')
    if (blank >= 0) longest.set(name.slice(0, blank), Infinity)
    else if (!longest.has(name)) longest.set(name, 1)
  }
  return longest
}
