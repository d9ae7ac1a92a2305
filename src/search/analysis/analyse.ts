import { remembering } from '../../core/remembering.ts'
import { fold, tokens } from './fold.ts'
import { stemDutch, stemEnglish, stemFrench } from './stem.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Raised when analysis changes: an index built with another version is refused. */
export const analysisVersion = 1

export type Analysis = {
  /** Plain folded words, spelling mended, stop words kept. */
  words: string[]
  /** Of each word whether it says something by itself; a stop word says something only beside others. */
  telling: boolean[]
  /** Meaningful stems and canonical synonyms, in order. */
  terms: string[]
}

const longestPhrase = 3
/** Texts of which the analysis is kept: a message and its parts. */
const lastTexts = 4

/**
 * Makes the one function that both the index and a question go through. A word becomes the shortest of its stems in the
 * three languages: the language of a few words is a guess, and one term a word is three times less to look up. The
 * analysis of the last texts is kept, since every step of a turn asks for it or for a part: it is never changed.
 */
export function analyser(vocabulary: Vocabulary): (text: string) => Analysis {
  const stop = new Set(vocabulary.stop)
  const spelling = new Map(Object.entries(vocabulary.spelling))
  const synonyms = new Map(Object.entries(vocabulary.synonyms))
  const irregular = new Map(Object.entries(vocabulary.irregular))

  const mend = (word: string): string[] => spelling.get(word)?.split(' ') ?? [word]
  const stem = (word: string): string => {
    const base = irregular.get(word) ?? word
    return [stemDutch(base), stemFrench(base), stemEnglish(base)].reduce((a, b) => (b.length < a.length ? b : a))
  }

  const analysed = (text: string): Analysis => {
    const words = tokens(fold(text)).flatMap(mend)
    const terms: string[] = []
    for (let at = 0; at < words.length; at++) {
      for (let length = longestPhrase; length >= 1; length--) {
        const canonical = at + length <= words.length ? synonyms.get(words.slice(at, at + length).join(' ')) : undefined
        if (canonical) terms.push(`=${canonical}`)
      }
      const word = words[at] ?? ''
      if (!stop.has(word)) terms.push(stem(word))
    }
    return { words, telling: words.map((word) => !stop.has(word)), terms }
  }

  return remembering(lastTexts, analysed)
}
