const known = new WeakMap<object, Set<string>>()

/** First words of all names of a record, gathered once for it: hardly any word of a message is one. Names are folded. */
export function firstWords(names: Record<string, unknown>): Set<string> {
  const found = known.get(names) ?? new Set(Object.keys(names).map(firstWord))
  known.set(names, found)
  return found
}

function firstWord(name: string): string {
  const blank = name.indexOf(' ')
  return blank < 0 ? name : name.slice(0, blank)
}
