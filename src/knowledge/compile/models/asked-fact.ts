import { isWritten, type Language } from '../../../core/language.ts'
import { unknownKinds } from '../../../core/unknown-kinds.ts'
import type { Analysis } from '../../../search/analysis/analyse.ts'
import { features } from '../../../search/linear/features.ts'
import { type LinearModel, score, softmax } from '../../../search/linear/model.ts'
import { phraseFinder, wordsOf } from '../../../search/patterns.ts'
import { random } from '../../train/random.ts'
import { withSlips } from '../../train/slips.ts'
import { type Example, trainLinear } from '../../train/softmax.ts'
import type { Phrasing } from '../examples.ts'

/** Weights: lines that were written for it, and phrasings of pages. */
const weights = { asked: 2, none: 1, page: 0.15, pageNone: 0.4 }
/** One of so many phrasings that ask for nothing is enough. */
const everyOther = 3
/** Share of `none`, by a first model of the written lines, below which a phrasing may well ask for something. */
const surelyNone = 0.4

const training = { epochs: 20, rate: 3, keep: 9_000, seed: 3 }
/** Epochs from which the first model knows which phrasings ask for something: it need not be as good as the second. */
const draftEpochs = 8

/**
 * The model of which kind of fact a message asks for, `none` when it asks for none. Phrasings of pages were written for
 * what they are about: what they ask for is told by the vocabulary, and the rest counts as `none` unless a first model,
 * of the written lines, doubts it.
 */
export function trainAskedFact(
  written: Record<string, string[]>,
  phrasings: Phrasing[],
  asksFor: Record<string, string[]>,
  analyse: (text: string) => Analysis,
): LinearModel {
  const lines = writtenExamples(written, analyse)
  const find = phraseFinder(unknownKinds.map((kind) => [kind, asksFor[kind] ?? []]))
  const pages = phrasings
    .filter(({ voice, language }) => voice !== 'name' && isWritten(language as Language))
    .map(({ text }) => ({ found: features(analyse(text)), kinds: [...find(wordsOf(text))] }))
  const asking = pages.flatMap(({ found, kinds }) =>
    kinds.map((label): Example => ({ variants: [found], label, weight: weights.page / kinds.length })),
  )
  const draft = trainLinear([...lines, ...asking], { ...training, epochs: draftEpochs })
  const none = draft.labels.indexOf('none')
  const asksNothing = pages
    .filter(({ kinds }, at) => kinds.length === 0 && at % everyOther === 0)
    .filter(({ found }) => (softmax(score(draft, found))[none] ?? 1) >= surelyNone)
    .map(({ found }): Example => ({ variants: [found], label: 'none', weight: weights.pageNone }))
  return trainLinear([...lines, ...asking, ...asksNothing], training)
}

function writtenExamples(written: Record<string, string[]>, analyse: (text: string) => Analysis): Example[] {
  const next = random(17)
  return Object.entries(written).flatMap(([label, texts]) =>
    texts.map((text): Example => {
      const found = features(analyse(text))
      const variants = [found, found, features(analyse(withSlips(text, 2, next)))]
      return { variants, label, weight: label === 'none' ? weights.none : weights.asked }
    }),
  )
}
