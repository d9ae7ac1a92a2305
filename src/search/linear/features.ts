import type { Analysis } from '../analysis/analyse.ts'
import { fold, tokens } from '../analysis/fold.ts'

/** Buckets of the hashed feature space; a power of two. */
export const buckets = 1 << 16

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string, seed: number): number {
  let h = (0x811c9dc5 ^ seed) >>> 0
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i)
    h = Math.imul(h, 0x01000193)
  }
  h ^= h >>> 15
  return h >>> 0
}

const seeds = { term: 1, pair: 2, gram: 3, word: 4 }
const weights = { term: 1, pair: 0.7, gram: 0.45, word: 0.5 }

/**
 * Sparse features of a question: stems and synonyms, neighbouring pairs, and 3- to 5-letter grams inside words
 * (robust against slips and compounds). Values are normalised to length 1. Keys are buckets.
 */
export function features({ words, terms }: Pick<Analysis, 'words' | 'terms'>, shortest = 3): Map<number, number> {
  const found = new Map<number, number>()
  const add = (kind: keyof typeof seeds, text: string, value = 1): void => {
    const bucket = hash(text, seeds[kind]) & (buckets - 1)
    found.set(bucket, Math.max(found.get(bucket) ?? 0, weights[kind] * value))
  }
  for (const term of terms) add('term', term)
  for (let i = 0; i + 1 < words.length; i++) add('pair', `${words[i]} ${words[i + 1]}`)
  for (const word of words) {
    add('word', word)
    for (const gram of grams(word, shortest)) add('gram', gram)
  }
  return normalise(found)
}

/** Features of the letters alone, accents kept: what tells one language from another. */
export function letterFeatures(text: string): Map<number, number> {
  const plain = text.normalize('NFC').toLowerCase()
  const words = [...new Set([...tokens(plain), ...tokens(fold(text))])]
  return features({ words, terms: [] }, 1)
}

function* grams(word: string, shortest: number): Generator<string> {
  const padded = `<${word}>`
  for (let size = shortest; size <= 5; size++) {
    for (let at = 0; at + size <= padded.length; at++) yield padded.slice(at, at + size)
  }
}

function normalise(found: Map<number, number>): Map<number, number> {
  let square = 0
  for (const value of found.values()) square += value * value
  const length = Math.sqrt(square) || 1
  for (const [bucket, value] of found) found.set(bucket, value / length)
  return found
}
