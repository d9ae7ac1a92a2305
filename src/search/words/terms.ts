import { packParts, unpackParts } from '../packed.ts'
import { packNumbers, unpackNumbers } from './numbers.ts'

/** Sorted terms, of which only the blocks that are looked into are ever read. */

/** Terms in a block. */
export const blockSize = 64

const magic = 0x4c4b5754

/**
 * Terms in the order of their code units: the first of each block, and then the others, of which each begins with a
 * capital that tells how many letters it shares with the one before it. No term holds a capital itself: they are folded.
 */
export function packTerms(terms: string[]): Uint8Array {
  if (terms.some((term) => capital.test(term))) throw new Error('a term holds a capital: it was not folded')
  const blocks = blocksOf(terms)
  const others = blocks.map((block) => encode(block.map((term, at) => shortened(term, block[at - 1])).join('')))
  return packParts(magic, [
    encode(blocks.map(([first]) => first).join('\n')),
    packNumbers(others.map(({ length }) => length)),
    Uint8Array.from(others.flatMap((bytes) => [...bytes])),
  ])
}

/** Groups of `blockSize`, the last one perhaps smaller. */
export function blocksOf<Item>(items: Item[]): Item[][] {
  const count = Math.ceil(items.length / blockSize)
  return Array.from({ length: count }, (_, at) => items.slice(at * blockSize, (at + 1) * blockSize))
}

/** A capital for the letters shared with the term before, and the other letters; of the first term nothing. */
function shortened(term: string, before: string | undefined): string {
  if (before === undefined) return ''
  let shared = 0
  while (shared < mostShared && shared < term.length && term[shared] === before[shared]) shared++
  return String.fromCharCode(capitalA + shared) + term.slice(shared)
}

const capital = /[A-Z]/
const beforeCapital = /(?=[A-Z])/
const capitalA = 65
const mostShared = 25

export type Terms = {
  /** Position of a term; -1 when it is not there. */
  find: (term: string) => number
  all: () => string[]
}

/** @throws when the bytes are no terms of this version. */
export function unpackTerms(file: Uint8Array): Terms {
  const next = unpackParts(magic, file)
  const firsts = decode(next()).split('\n')
  const sizes = unpackNumbers(next(), firsts.length)
  const others = next()
  let end = 0
  const ends = sizes.map((size) => (end += size))
  const read: string[][] = []
  const block = (at: number): string[] => {
    read[at] ??= lengthened(firsts[at] as string, decode(others.subarray(ends[at - 1] ?? 0, ends[at])))
    return read[at]
  }
  return {
    find: (term) => {
      const at = blockOf(firsts, term)
      const within = at < 0 ? -1 : block(at).indexOf(term)
      return within < 0 ? -1 : at * blockSize + within
    },
    all: () => firsts.flatMap((_, at) => block(at)),
  }
}

function lengthened(first: string, others: string): string[] {
  const terms = [first]
  if (others === '') return terms
  let before = first
  for (const part of others.split(beforeCapital)) {
    before = before.slice(0, part.charCodeAt(0) - capitalA) + part.slice(1)
    terms.push(before)
  }
  return terms
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

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
