const known = new WeakMap<object, Set<string>>()

/** First words of all names of a record, gathered once for it: hardly any word of a message is one. Names are folded. */
export function firstWords(names: Record<string, unknown>): Set<string> {
  const found = known.get(names) ?? new Set(Object.keys(names).map((name) => name.split(' ', 1)[0] ?? ''))
  known.set(names, found)
  return found
}
