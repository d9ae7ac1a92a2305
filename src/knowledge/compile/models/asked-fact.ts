import { isWritten, type Language } from '../../../core/language.ts'
import { unknownKinds } from '../../../core/unknown-kinds.ts'
import type { Analysis } from '../../../search/analysis/analyse.ts'
import { features } from '../../../search/linear/features.ts'
import type { LinearModel } from '../../../search/linear/model.ts'
import { phraseFinder, wordsOf } from '../../../search/patterns.ts'
import { random } from '../../train/random.ts'
import { withSlips } from '../../train/slips.ts'
import { type Example, trainLinear } from '../../train/softmax.ts'
import type { Phrasing } from '../examples.ts'

/** Weights: lines that were written for it, and phrasings of pages, of which only the vocabulary tells what they ask. */
const weights = { asked: 4, none: 2, page: 0.1, pageNone: 0.03 }
/** One of so many phrasings that ask for nothing is enough. */
const everyOther = 3

/** The model of which kind of fact a message asks for, `none` when it asks for none. */
export function trainAskedFact(
  written: Record<string, string[]>,
  phrasings: Phrasing[],
  asksFor: Record<string, string[]>,
  analyse: (text: string) => Analysis,
): LinearModel {
  const next = random(17)
  const lines = Object.entries(written).flatMap(([label, texts]) =>
    texts.map((text): Example => {
      const found = features(analyse(text))
      const variants = [found, found, features(analyse(withSlips(text, 2, next)))]
      return { variants, label, weight: label === 'none' ? weights.none : weights.asked }
    }),
  )
  const find = phraseFinder(unknownKinds.map((kind) => [kind, asksFor[kind] ?? []]))
  const pages = phrasings
    .filter(({ voice, language }) => voice !== 'name' && isWritten(language as Language))
    .flatMap(({ text }, at): Example[] => {
      const kinds = [...find(wordsOf(text))]
      if (kinds.length === 0 && at % everyOther > 0) return []
      const variants = [features(analyse(text))]
      if (kinds.length === 0) return [{ variants, label: 'none', weight: weights.pageNone }]
      return kinds.map((label) => ({ variants, label, weight: weights.page / kinds.length }))
    })
  return trainLinear([...lines, ...pages], { epochs: 15, rate: 4, keep: 20_000, seed: 3 })
}
