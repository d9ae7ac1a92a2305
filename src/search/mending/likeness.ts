import { ones } from '../bits.ts'

/** Finds the terms that are at most so many slips away from a word: their positions, with how many slips. */
export type Likeness = (word: string, most: number) => [at: number, slips: number][]

/** Letters that are counted; what goes on longer is no word. */
const longest = 64

/**
 * A slip is one letter more, less or other (Levenshtein). Two words that are so close are about as long and hold nearly
 * the same letters: by their length and a mask of their letters nearly all terms are passed over, before any distance is
 * counted.
 */
export function likenessOf(terms: string[]): Likeness {
  const { positions, starts } = byLength(terms)
  const masks = Uint32Array.from(positions, (at) => lettersOf(terms[at] as string))
  return (word, most) => {
    const found: [number, number][] = []
    const mask = lettersOf(word)
    const end = starts[Math.min(word.length + most + 1, longest + 1)] as number
    for (let at = starts[Math.min(Math.max(0, word.length - most), longest + 1)] as number; at < end; at++) {
      if (ones((masks[at] as number) ^ mask) > 2 * most) continue
      const position = positions[at] as number
      const slips = slipsBetween(word, terms[position] as string, most)
      if (slips <= most) found.push([position, slips])
    }
    return found
  }
}

/** Positions of the terms up to the longest, the shortest first; those of `length` letters begin at `starts[length]`. */
function byLength(terms: string[]): { positions: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(longest + 2)
  for (const { length } of terms) if (length <= longest) (starts[length + 1] as number)++
  for (let length = 1; length < starts.length; length++) (starts[length] as number) += starts[length - 1] as number
  const next = starts.slice()
  const positions = new Uint32Array(starts[longest + 1] as number)
  terms.forEach(({ length }, at) => {
    if (length <= longest) positions[(next[length] as number)++] = at
  })
  return { positions, starts }
}

/** One bit a letter; letters that share a bit only let a few more words through. */
function lettersOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask
}

const row = new Uint8Array(longest + 1)

/** Slips between two words of at most 64 letters; once there are more than `most`, some number above it. */
function slipsBetween(a: string, b: string, most: number): number {
  for (let j = 0; j <= b.length; j++) row[j] = j
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    let diagonal = row[0] as number
    let least = i
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] as number
      const changed = diagonal + (letter === b.charCodeAt(j - 1) ? 0 : 1)
      const slips = Math.min(changed, above + 1, (row[j - 1] as number) + 1)
      diagonal = above
      row[j] = slips
      if (slips < least) least = slips
    }
    if (least > most) return most + 1
  }
  return row[b.length] as number
}
