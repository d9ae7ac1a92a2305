import type { Analysis } from '../analysis/analyse.ts'
import { fold, longestRead, tokens } from '../analysis/fold.ts'

/** Buckets of the hashed feature space; a power of two. */
export const buckets = 1 << 16

/** Sparse features: each bucket once, with its value. */
export type Features = { keys: Uint16Array; values: Float32Array }

const seeds = { term: 1, pair: 2, gram: 3, word: 4 }
const weights = { term: 1, pair: 0.7, gram: 0.45, word: 0.5 }
const longestGram = 5

/** FNV-1a over UTF-16 code units, 32 bits, a letter at a time: the beginning of a longer text is hashed once. */
export const begin = (seed: number): number => (0x811c9dc5 ^ seed) >>> 0
const extend = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x01000193)
const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & (buckets - 1)

export function extendBy(hash: number, text: string): number {
  let found = hash
  for (let at = 0; at < text.length; at++) found = extend(found, text.charCodeAt(at))
  return found
}

/**
 * Room for the values of one text, all zero between two texts, and the buckets that it touched. Nothing here waits, so
 * nothing else uses it meanwhile.
 */
const room = new Float32Array(buckets)
const touched = new Uint16Array(buckets)
let count = 0

/** What features are made of. */
export type Analysed = Omit<Analysis, 'stems'>

/** Made once for an analysis: several models look at the same message. */
const made = new WeakMap<Analysed, Features>()

/** Sparse features of a question, see `featuresOf`. They are never changed. */
export function features(analysis: Analysed): Features {
  const known = made.get(analysis) ?? featuresOf(analysis, 3)
  made.set(analysis, known)
  return known
}

/**
 * Sparse features of a text: stems and synonyms, neighbouring pairs, and 3- to 5-letter grams inside words
 * (robust against slips and compounds; none of stop words, which are long and alike). Values are normalised to length 1.
 */
function featuresOf({ words, telling, terms }: Analysed, shortest: number): Features {
  for (const term of terms) add(extendBy(begin(seeds.term), term), weights.term)
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    if (at + 1 < words.length)
      add(extendBy(extendBy(begin(seeds.pair), word), ` ${words[at + 1] as string}`), weights.pair)
    add(extendBy(begin(seeds.word), word), weights.word)
    if (telling[at]) addGrams(`<${word}>`, shortest)
  }
  return collect()
}

type Add = (hash: number, value: number) => void

/** Takes in a feature by its hash; of those in one bucket the heaviest counts. */
const add: Add = (hash, value) => {
  const bucket = bucketOf(hash)
  const known = room[bucket] as number
  if (known === 0) touched[count++] = bucket
  if (known < value) room[bucket] = value
}

/** Features of what `each` takes in: texts by their hash, with their weights. Values are normalised to length 1. */
export function featuresFrom(each: (add: Add) => void): Features {
  each(add)
  return collect()
}

/** Two sets of features added up, each with its share. */
export function mixed(parts: [Features, share: number][]): Features {
  for (const [{ keys, values }, share] of parts)
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number
      if (room[key] === 0) touched[count++] = key
      ;(room[key] as number) += share * (values[at] as number)
    }
  return taken()
}

/** Every run of `shortest` to 5 letters. */
function addGrams(padded: string, shortest: number): void {
  for (let from = 0; from + shortest <= padded.length; from++) {
    const most = Math.min(longestGram, padded.length - from)
    let hash = begin(seeds.gram)
    for (let size = 1; size <= most; size++) {
      hash = extend(hash, padded.charCodeAt(from + size - 1))
      if (size >= shortest) add(hash, weights.gram)
    }
  }
}

/** What was taken in, its values brought to length 1. */
function collect(): Features {
  const features = taken()
  const { values } = features
  let square = 0
  for (let at = 0; at < values.length; at++) square += (values[at] as number) ** 2
  const length = Math.sqrt(square) || 1
  for (let at = 0; at < values.length; at++) values[at] = (values[at] as number) / length
  return features
}

/** What was taken in; the room is then empty again. */
function taken(): Features {
  const keys = touched.slice(0, count)
  const values = new Float32Array(count)
  for (let at = 0; at < count; at++) {
    const key = keys[at] as number
    values[at] = room[key] as number
    room[key] = 0
  }
  count = 0
  return { keys, values }
}

/** Features of the letters alone, accents kept: what tells one language from another. */
export function letterFeatures(text: string): Features {
  const plain = text.slice(0, longestRead).normalize('NFC').toLowerCase()
  const folded = fold(text)
  const words = [...new Set(folded === plain ? tokens(plain) : [...tokens(plain), ...tokens(folded)])]
  return featuresOf({ words, telling: words.map(() => true), terms: [] }, 1)
}
