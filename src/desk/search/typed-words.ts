import { standsFor } from '../../search/shorthand.ts'
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

  function lookUp(typed: string): Float32Array {
    const scores = new Float32Array(labels.length)
    const whole = exact.has(typed)
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] as string
      if (whole && !word.startsWith(typed)) continue
      const likeness = standsFor(typed, word)
      if (likeness > 0) raise(scores, postings(at), likeness * (rarity[at] as number))
    }
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

/** Each label keeps the best that was said of it. */
function raise(scores: Float32Array, found: ReturnType<TypedIndex['postings']>, value: number): void {
  for (let at = 0; at < found.labels.length; at += 1) {
    const label = found.labels[at] as number
    const score = value * (found.weights[at] as number)
    if (score > (scores[label] as number)) scores[label] = score
  }
}
