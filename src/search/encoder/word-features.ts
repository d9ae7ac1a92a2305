import { begin, extendBy } from '../linear/features.ts'

/** Rows of the table in which words are looked up by their letters; a power of two. */
export const tableRows = 1 << 13

const seeds = { word: 5, gram: 6 }
const [shortestGram, longestGram] = [3, 5]
/** Words shorter than this are known as a whole only. */
const shortestSpelled = 3

const rowOf = (hash: number): number => (hash ^ (hash >>> 13)) & (tableRows - 1)

/** Rows of a word: of the word itself and of every run of 3 to 5 letters in it, so that slips and compounds stay near. */
export function rowsOfWord(word: string): Uint16Array {
  const rows = [rowOf(extendBy(begin(seeds.word), word))]
  if (word.length < shortestSpelled) return Uint16Array.from(rows)
  const padded = `<${word}>`
  for (let size = shortestGram; size <= longestGram; size++)
    for (let from = 0; from + size <= padded.length; from++)
      rows.push(rowOf(extendBy(begin(seeds.gram), padded.slice(from, from + size))))
  return Uint16Array.from(rows)
}
