import { once } from '../../core/once.ts'
import { remembering } from '../../core/remembering.ts'
import { likenessOf } from './likeness.ts'
import { consonantsOf, shortenedFrom } from './shortened.ts'

/** What mending knows: what a word may stand for, and which words are never touched. */
export type Known = {
  /** Whether a word means something as it stands, for the index has it or it is a false friend: asked of every word, so that nothing else is read while all are known. */
  isKnown: (word: string) => boolean
  /** Terms of the index, in order, and how often each stands there. */
  terms: () => string[]
  times: () => Uint32Array
  /** Words that are written otherwise than their term, each with its term ("verloren", "verlies"). */
  forms: () => [written: string, term: string][]
  /** Words that say nothing by themselves: what is a slip away from one is left alone. */
  stop: () => string[]
  /** Words of the names of places: these are known exactly or not at all. */
  isPlace: (word: string) => boolean
}

/** What a word may stand for: as it is written, its term, and the logarithm of how often that is said. */
type Choice = { form: string; term: string; weight: number }

/** The term that a word with this stem probably stands for; undefined when it is to be left as it is. */
export type Mending = (word: string, stem: string) => string | undefined

/** Letters between which a word is mended, and from which it may hold two slips. */
const shortest = 4
const longest = 24
const longWord = 8
/** What stands in the index less often than this may be a slip itself: it is nothing to mend to. */
const seldom = 2
/** Words of which the term is kept: those of the last messages. */
const lastWords = 64

/** What a difference costs, on the scale of the logarithm of how often a term stands in the index. */
const costs = {
  slip: 3,
  firstLetter: 0.7,
  wholeWord: 0.3,
  beginning: 2.5,
  sameConsonants: 1.5,
  fewerConsonants: 3.2,
  leftOut: 0.15,
}
/** Share of vowels up to which a word looks as if they were left out, and consonants from which they tell enough. */
const fewVowels = 0.3
const enoughConsonants = 3

/**
 * Makes the function that tells what a word that the index does not know stands for: a term that is a slip or two away, or
 * of which it is a short form ("hndtk", "aanvr"). Of several the one that is said most often, less what the
 * difference costs.
 */
export function mending({ isKnown, terms, times, forms, stop, isPlace }: Known): Mending {
  const choices = once(() => {
    const often = new Map(terms().map((term, at) => [term, times()[at] as number]))
    const written = [...terms().map((term): [string, string] => [term, term]), ...forms()]
    return written.flatMap(([form, term]): Choice[] => {
      const count = term.startsWith('=') ? 0 : (often.get(term) ?? 0)
      return count < seldom ? [] : [{ form, term, weight: Math.log(count + 1) }]
    })
  })
  const like = once(() => likenessOf(choices().map(({ form }) => form)))
  const shortened = once(() => shortenedFrom(choices().map(({ form }) => form)))
  const byForm = once(() => new Map(choices().map((choice) => [choice.form, choice])))
  const likeStop = once(() => likenessOf(stop()))

  const needsMending = (word: string, stem: string): boolean =>
    word.length >= shortest &&
    word.length <= longest &&
    !/\d/.test(word) &&
    [stem, word].every((one) => !isKnown(one) && !isPlace(one)) &&
    likeStop()(word, 1).length === 0

  const best = (word: string, stem: string): string | undefined => {
    let found: { term: string; score: number } | undefined
    const consider = ({ term, weight }: Choice, cost: number): void => {
      const score = weight - cost
      if (!found || score > found.score) found = { term, score }
    }
    for (const base of new Set([stem, word])) {
      if (base.length < shortest) continue
      const further = base === stem ? 0 : costs.wholeWord
      for (const swapped of swapsOf(base)) {
        const choice = byForm().get(swapped)
        if (choice) consider(choice, costOfSlips(base, choice, 1) + further)
      }
      for (const [at, slips] of like()(base, word.length < longWord ? 1 : 2)) {
        const choice = choices()[at] as Choice
        consider(choice, costOfSlips(base, choice, slips) + further)
      }
    }
    const consonants = consonantsOf(word)
    if (consonants.length < enoughConsonants) return found?.term
    const hasFewVowels = word.replace(/[^aeiouy]/g, '').length < fewVowels * word.length
    for (const [at, leftOut] of shortened()(word)) {
      const choice = choices()[at] as Choice
      if (choice.form.startsWith(word)) consider(choice, costs.beginning + leftOut * costs.leftOut)
      else if (hasFewVowels)
        consider(choice, (leftOut === 0 ? costs.sameConsonants : costs.fewerConsonants) + leftOut * costs.leftOut)
    }
    return found?.term
  }

  const mended = remembering(lastWords, (key: string) => {
    const [word = '', stem = ''] = key.split(' ')
    return { term: needsMending(word, stem) ? best(word, stem) : undefined }
  })
  return (word, stem) => mended(`${word} ${stem}`).term
}

const costOfSlips = (word: string, { form }: Choice, slips: number): number =>
  slips * costs.slip + (form[0] === word[0] ? 0 : costs.firstLetter)

/** A word with each two neighbouring letters swapped: one slip of the hand. */
const swapsOf = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2))
