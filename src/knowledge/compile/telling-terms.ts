/** Terms of one way of asking. `plain`: in words that most people here write, not in dialect and not in passing, as in a story. */
export type Line = { terms: string[]; plain: boolean }

/**
 * Of a label with so many lines, a word in one of them is there by chance when so many other labels or more say it too, and
 * when no other does and nobody writes it plainly: then it is a slip, a dialect spelling, or what a story says in passing.
 */
const byChance = { lines: 40, others: 7 }

/** The terms of a label without what it says by chance: a quarter of the index, which names nothing. */
export function tellingTerms(asked: Map<string, Line[]>): (label: string) => string[] {
  const labels = new Map<string, number>()
  for (const lines of asked.values())
    for (const term of new Set(allOf(lines))) labels.set(term, (labels.get(term) ?? 0) + 1)
  const plain = new Set([...asked.values()].flatMap((lines) => allOf(lines.filter((line) => line.plain))))
  const tells = (term: string): boolean => {
    const by = labels.get(term) ?? 0
    return (by > 1 || plain.has(term)) && by <= byChance.others
  }
  return (label) => {
    const lines = asked.get(label) ?? []
    if (lines.length < byChance.lines) return allOf(lines)
    const spoken = new Map<string, number>()
    for (const { terms } of lines) for (const term of new Set(terms)) spoken.set(term, (spoken.get(term) ?? 0) + 1)
    return allOf(lines).filter((term) => spoken.get(term) !== 1 || tells(term))
  }
}

const allOf = (lines: Line[]): string[] => lines.flatMap(({ terms }) => terms)
