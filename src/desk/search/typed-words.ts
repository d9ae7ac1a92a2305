import { fewestInside, standsFor } from '../../search/shorthand.ts'
import type { TypedIndex } from '../../search/typed/typed-index.ts'

/** How much one typed word speaks for each label, by the position of the label. */
export type TypedWord = (typed: string) => Float32Array

/** Words of which the outcome is kept: what was typed before is asked again with every letter. */
const mostKept = 64

/**
 * Looks a typed word up as a whole word, a beginning or a shorthand. What an agent has written in full is meant so:
 * then only words that go on from it count besides.
 */
export function typedWords(index: TypedIndex): TypedWord {
  const { words, labels, postings } = index
  const exact = new Set(words)
  const rarity = Float32Array.from(words, (_, at) => Math.log(1 + labels.length / (1 + postings(at).labels.length)))
  const kept = new Map<string, Float32Array>()

  const inside = insideOf(words)
  const begins = firstLetters(words)

  function lookUp(typed: string): Float32Array {
    const scores = new Float32Array(labels.length)
    const whole = exact.has(typed)
    const look = (at: number): void => {
      const word = words[at] as string
      if (whole && !word.startsWith(typed)) return
      const likeness = standsFor(typed, word)
      if (likeness > 0) raise(scores, postings(at), likeness * (rarity[at] as number))
    }
    const [from, to] = begins.get(typed[0] ?? '') ?? [0, 0]
    for (let at = from; at < to; at += 1) look(at)
    if (!whole) for (const at of inside(typed)) if (at < from || at >= to) look(at)
    return scores
  }

  return (typed) => {
    const known = kept.get(typed) ?? lookUp(typed)
    kept.delete(typed)
    kept.set(typed, known)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
    return known
  }
}

/** Where the words of each first letter stand; words are in the order of their code units. */
function firstLetters(words: string[]): Map<string, [number, number]> {
  const begins = new Map<string, [number, number]>()
  words.forEach((word, at) => {
    const letter = word[0] ?? ''
    begins.set(letter, [begins.get(letter)?.[0] ?? at, at + 1])
  })
  return begins
}

/** Words in which something typed stands anywhere. What was typed a letter ago narrows them down. */
function insideOf(words: string[]): (typed: string) => number[] {
  let before = ''
  let found: number[] = []
  return (typed) => {
    if (typed.length < fewestInside) return []
    const holds = (at: number): boolean => (words[at] as string).includes(typed)
    const narrows = before !== '' && typed.includes(before)
    found = narrows ? found.filter(holds) : words.flatMap((word, at) => (word.includes(typed) ? [at] : []))
    before = typed
    return found
  }
}

/** Each label keeps the best that was said of it. */
function raise(scores: Float32Array, found: ReturnType<TypedIndex['postings']>, value: number): void {
  for (let at = 0; at < found.labels.length; at += 1) {
    const label = found.labels[at] as number
    const score = value * (found.weights[at] as number)
    if (score > (scores[label] as number)) scores[label] = score
  }
}
