import type { Analysis } from '../../../search/analysis/analyse.ts'
import { features } from '../../../search/linear/features.ts'
import type { LinearModel } from '../../../search/linear/model.ts'
import { oneSided } from '../../train/one-sided.ts'
import { random } from '../../train/random.ts'
import { withSlips } from '../../train/slips.ts'
import { type Example, trainLinear } from '../../train/softmax.ts'
import type { Phrasing } from '../examples.ts'

/** What is a few in a hundred of all lines weighs as much as they need to be heard. */
const weight = 6

/** Messages that are outside, and that are not; sentences by language that go around a name, `{}` its place. */
export type OutsideLines = { outside: string[]; ours: string[]; around: Record<string, string[]> }

/** One of so many lines of what a city does is read with slips too. */
const everyOther = 5

/** Of the sentences of a language each name gets so many. */
const sentencesAName = 2

/**
 * The model of what no city helps with, against everything that one does: it knows no pages, so that a word which only
 * sounds like one ("getrouwd", of a singer) weighs less than the rest of the sentence.
 */
export function trainOutside(
  { outside, ours, around }: OutsideLines,
  phrasings: Phrasing[],
  analyse: (text: string) => Analysis,
): LinearModel {
  const next = random(5)
  const beyond = (text: string): Example => {
    const found = features(analyse(text))
    return { variants: [found, found, features(analyse(withSlips(text, 2, next)))], label: 'outside', weight }
  }
  // Slips on one side only would make odd spelling a sign of it.
  const inside = (text: string, at: number): Example => {
    const found = features(analyse(text))
    const variants = at % everyOther === 0 ? [found, found, features(analyse(withSlips(text, 2, next)))] : [found]
    return { variants, label: 'ours', weight: 1 }
  }
  const examples = phrasings.map(({ text, label }, at) => (label.startsWith('none:') ? beyond(text) : inside(text, at)))
  const plain = [...ours, ...namesInSentences(phrasings, around)].map(inside)
  const model = trainLinear([...examples, ...outside.map(beyond), ...plain], {
    epochs: 12,
    rate: 3,
    keep: 5_000,
    seed: 3,
  })
  return oneSided(model, 'outside')
}

/** Every name in a few of the sentences, another few for each. */
function namesInSentences(phrasings: Phrasing[], around: Record<string, string[]>): string[] {
  const names = phrasings.filter(({ voice }) => voice === 'name')
  return names.flatMap(({ text, language }, at) => {
    const sentences = around[language] ?? []
    const chosen = sentences.filter((_, place) => (place + at) % sentences.length < sentencesAName)
    return chosen.map((sentence) => sentence.replace('{}', text))
  })
}
