/** Finds the terms of which a word may be an abbreviation: their positions, with how many consonants it leaves out at the end. */
export type Shortened = (word: string) => [at: number, leftOut: number][]

/** Terms that somebody would take the trouble to abbreviate: no numbers, no synonyms. */
const abbreviable = /^[a-z]{4,}$/

/**
 * Who is in a hurry drops vowels and ends: "begrfnis", "handtk". What is left are the first consonants of the term,
 * which are looked up in the order of the alphabet.
 */
export function shortenedFrom(terms: string[]): Shortened {
  const rows = terms
    .flatMap((term, at): [string, number][] => (abbreviable.test(term) ? [[consonantsOf(term), at]] : []))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return (word) => {
    const sought = consonantsOf(word)
    const found: [number, number][] = []
    for (let row = firstFrom(rows, sought); rows[row]?.[0].startsWith(sought); row++) {
      const [consonants, at] = rows[row] as [string, number]
      found.push([at, consonants.length - sought.length])
    }
    return found
  }
}

/** The first letter, whatever it is, and the consonants behind it; of the same ones in a row only one. */
export const consonantsOf = (word: string): string =>
  word.slice(0, 1) +
  word
    .slice(1)
    .replace(/[aeiouy]/g, '')
    .replace(/(.)\1+/g, '$1')

function firstFrom(rows: [string, number][], sought: string): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] as [string, number])[0] < sought) low = middle + 1
    else high = middle
  }
  return low
}
