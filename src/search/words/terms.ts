/** Sorted terms as text, of which only the blocks that are looked into are ever read. */

/** Terms in a block. */
export const blockSize = 64

/** Terms in the order of their code units, as text: a line a block, and of a term only what differs from the one before. */
export function packTerms(terms: string[]): string {
  return blocksOf(terms)
    .map((block) => block.map((term, at) => shortened(term, block[at - 1] ?? '')).join(' '))
    .join('\n')
}

/** Groups of `blockSize`, the last one perhaps smaller. */
export function blocksOf<Item>(items: Item[]): Item[][] {
  const count = Math.ceil(items.length / blockSize)
  return Array.from({ length: count }, (_, at) => items.slice(at * blockSize, (at + 1) * blockSize))
}

/** Letters shared with the term before, as one digit of base 36, and the rest. */
function shortened(term: string, before: string): string {
  let shared = 0
  while (shared < 35 && shared < term.length && term[shared] === before[shared]) shared++
  return shared.toString(36) + term.slice(shared)
}

export type Terms = {
  /** Position of a term; -1 when it is not there. */
  find: (term: string) => number
  all: () => string[]
}

export function unpackTerms(text: string): Terms {
  const lines = text.split('\n')
  const firsts = lines.map((line) => (line.split(' ', 1)[0] ?? '').slice(1))
  const read: string[][] = []
  const block = (at: number): string[] => {
    const known = read[at] ?? lengthened(lines[at] ?? '')
    read[at] = known
    return known
  }
  return {
    find: (term) => {
      const at = blockOf(firsts, term)
      const within = at < 0 ? -1 : block(at).indexOf(term)
      return within < 0 ? -1 : at * blockSize + within
    },
    all: () => lines.flatMap((_, at) => block(at)),
  }
}

function lengthened(line: string): string[] {
  let before = ''
  return line.split(' ').map((part) => {
    before = before.slice(0, Number.parseInt(part.charAt(0), 36)) + part.slice(1)
    return before
  })
}

/** The last block that begins with this term or an earlier one. */
function blockOf(firsts: string[], term: string): number {
  let [low, high] = [0, firsts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((firsts[middle] as string) <= term) low = middle + 1
    else high = middle
  }
  return low - 1
}
