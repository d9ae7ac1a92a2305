/** Finds the terms that are at most so many slips away from a word: their positions, with how many slips. */
export type Likeness = (word: string, most: number) => [at: number, slips: number][]

/**
 * A slip is one letter more, less or other (Levenshtein). Two words that far apart differ in few letters: a mask of the
 * letters that a term holds turns nearly all of them away before any distance is counted.
 */
export function likenessOf(terms: string[]): Likeness {
  const lengths = Uint8Array.from(terms, ({ length }) => Math.min(length, 255))
  const masks = Uint32Array.from(terms, lettersOf)
  return (word, most) => {
    const found: [number, number][] = []
    const mask = lettersOf(word)
    const [shortest, longest] = [word.length - most, word.length + most]
    for (let at = 0; at < masks.length; at++) {
      const length = lengths[at] as number
      if (length < shortest || length > longest || ones((masks[at] as number) ^ mask) > 2 * most) continue
      const slips = slipsBetween(word, terms[at] as string, most)
      if (slips <= most) found.push([at, slips])
    }
    return found
  }
}

/** One bit a letter; letters that share a bit only let a few more words through. */
function lettersOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask
}

/** Number of bits that are one, by adding neighbours up in pairs, fours and bytes. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const longest = 255
const row = new Uint8Array(longest + 2)

/** Slips between two words; once there are more than `most`, some number above it. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || Math.max(a.length, b.length) > longest) return most + 1
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
