import type { Analysis } from '../analysis/analyse.ts'
import type { Mending } from './mending.ts'

/** Words of a text that are mended: looking for likeness is costly, and a text with more of them is no question. */
const mostWords = 6

/**
 * The analysis of a text, with the term that each word stands for put in the place of the word: it is not analysed again.
 * A text in which nothing is mended keeps the analysis that it had.
 */
export function asMeant(analysis: Analysis, mend: Mending): Analysis {
  const words = new Map<string, string>()
  const terms = new Map<string, string>()
  let left = mostWords
  analysis.stems.forEach((stem, at) => {
    const word = analysis.words[at] as string
    if (stem === '' || left === 0 || words.has(word)) return
    const term = mend(word, stem)
    if (term === undefined) return
    left--
    words.set(word, term)
    terms.set(stem, term)
  })
  if (words.size === 0) return analysis
  return {
    ...analysis,
    words: analysis.words.map((word) => words.get(word) ?? word),
    terms: analysis.terms.map((term) => terms.get(term) ?? term),
  }
}
