import { remembering } from '../../core/remembering.ts'
import { type Encoder, encodedSize, type Head } from './encoder.ts'
import type { Reading } from './reading.ts'
import { addClass, addWord, dot, normalise } from './sums.ts'
import { rowsOfWord } from './word-features.ts'

/** Words of which the parts are kept. Most words of most messages are a few hundred. */
const mostWords = 1000

/**
 * Makes the function that turns texts into numbers, of which `scoresBy` makes what a task wants to know. A filter over
 * three words is the sum of what it makes of each: so each word is read once, and remembered.
 */
export function encoding(encoder: Encoder): (reading: Reading) => Float32Array {
  const partsOf = remembering(mostWords, (key: string) => readWord(encoder, key.split(' ')))
  return ({ words, classes }) => {
    const parts = words.map((word, at) => partsOf([word, ...(classes[at] ?? [])].join(' ')))
    const encoded = addedUp(encoder, parts)
    normalise(encoded)
    for (let at = 0; at < encoded.length; at++)
      encoded[at] = (encoded[at] as number) * (encoder.gain[at] as number) + (encoder.shift[at] as number)
    return encoded
  }
}

/** Score of every label of a head; higher is likelier. Only differences mean something. */
export function scoresBy({ labels, weights, bias }: Head, encoded: Float32Array): Float32Array {
  const scores = bias.slice()
  const count = labels.length
  for (let at = 0; at < encoded.length; at++) {
    const value = encoded[at] as number
    const base = at * count
    for (let label = 0; label < count; label++) (scores[label] as number) += value * (weights[base + label] as number)
  }
  return scores
}

/**
 * A word and its classes: their numbers, what each filter over one word makes of them, then what each over three does where
 * the word stands first, in the middle and last.
 */
function readWord(encoder: Encoder, [word = '', ...classes]: string[]): Float32Array {
  const { width, filters, one, three } = encoder
  const parts = new Float32Array(width + 4 * filters)
  addWord(encoder, rowsOfWord(word), parts, 0)
  for (const name of classes) addClass(encoder, encoder.classes.get(name), parts, 0)
  for (let filter = 0; filter < filters; filter++) {
    parts[width + filter] = dot(one, filter * width, parts, 0, width)
    for (let place = 0; place < 3; place++)
      parts[width + (1 + place) * filters + filter] = dot(three, (3 * filter + place) * width, parts, 0, width)
  }
  return parts
}

/** The words of a text added up, and the most that each filter finds in it, never below 0. */
function addedUp(encoder: Encoder, parts: Float32Array[]): Float32Array {
  const { width, filters, oneBias, threeBias } = encoder
  const out = new Float32Array(encodedSize(encoder))
  const share = 1 / Math.sqrt(parts.length || 1)
  const [alone, first, middle, last] = [0, 1, 2, 3].map((part) => width + part * filters) as Places
  for (let word = 0; word < parts.length; word++) {
    const own = parts[word] as Float32Array
    const [before, after] = [parts[word - 1], parts[word + 1]]
    for (let at = 0; at < width; at++) (out[at] as number) += share * (own[at] as number)
    for (let filter = 0; filter < filters; filter++) {
      raise(out, width + filter, (oneBias[filter] as number) + (own[alone + filter] as number))
      let sum = (threeBias[filter] as number) + (own[middle + filter] as number)
      if (before) sum += before[first + filter] as number
      if (after) sum += after[last + filter] as number
      raise(out, width + filters + filter, sum)
    }
  }
  return out
}

type Places = [number, number, number, number]

function raise(out: Float32Array, at: number, value: number): void {
  if (value > (out[at] as number)) out[at] = value
}
