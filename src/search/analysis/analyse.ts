import { remembering } from '../../core/remembering.ts'
import { fold, tokens } from './fold.ts'
import { lookUpIn } from './lists.ts'
import { stemDutch, stemEnglish, stemFrench } from './stem.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Raised when analysis changes: an index built with another version is refused. */
export const analysisVersion = 1

export type Analysis = {
  /** Plain folded words, spelling mended, stop words kept. */
  words: string[]
  /** Of each word whether it says something by itself; a stop word says something only beside others. */
  telling: boolean[]
  /** Of each word its stem; empty for a stop word, and for what is a synonym or part of one. */
  stems: string[]
  /** Meaningful stems and canonical synonyms, in order. */
  terms: string[]
}

/** Words of a synonym up to which it is looked for. */
const longestPhrase = 3
/** Texts of which the analysis is kept: a message and its parts. */
const lastTexts = 4
/** Words of which the stem is kept: those of the last messages. */
const lastWords = 512

/**
 * Makes the one function that both the index and a question go through. A word becomes the shortest of its stems in the
 * three languages: the language of a few words is a guess, and one term a word is three times less to look up. The
 * analysis of the last texts is kept, since every step of a turn asks for it or for a part: it is never changed.
 */
export function analyser(vocabulary: Vocabulary): (text: string) => Analysis {
  const spelling = lookUpIn(vocabulary.spelling)
  const synonyms = lookUpIn(vocabulary.synonyms)
  const irregular = lookUpIn(vocabulary.irregular)
  const stop = new Set(vocabulary.stop)
  const openings = new Set(vocabulary.openings)

  const stem = remembering(lastWords, (word: string): string => {
    const base = irregular(word) ?? word
    return [stemDutch(base), stemFrench(base), stemEnglish(base)].reduce((a, b) => (b.length < a.length ? b : a))
  })

  const spelled = (text: string): string[] => {
    const words: string[] = []
    for (const word of tokens(fold(text))) {
      const plain = spelling(word)
      if (plain === undefined) words.push(word)
      else words.push(...plain.split(' '))
    }
    return words
  }

  const analysed = (text: string): Analysis => {
    const words = spelled(text)
    const telling: boolean[] = []
    const stems: string[] = []
    const terms: string[] = []
    let synonymEnds = 0
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as string
      const longest = Math.min(openings.has(word) ? longestPhrase : 1, words.length - at)
      for (let length = longest; length >= 1; length--) {
        const canonical = synonyms(length === 1 ? word : words.slice(at, at + length).join(' '))
        if (!canonical) continue
        terms.push(`=${canonical}`)
        synonymEnds = Math.max(synonymEnds, at + length)
      }
      const tells = !stop.has(word)
      const own = tells ? stem(word) : ''
      telling.push(tells)
      stems.push(at < synonymEnds ? '' : own)
      if (tells) terms.push(own)
    }
    return { words, telling, stems, terms }
  }

  return remembering(lastTexts, analysed)
}
