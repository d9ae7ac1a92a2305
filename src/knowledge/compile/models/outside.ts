import type { Analysis } from '../../../search/analysis/analyse.ts'
import { features } from '../../../search/linear/features.ts'
import type { LinearModel } from '../../../search/linear/model.ts'
import { oneSided } from '../../train/one-sided.ts'
import { random } from '../../train/random.ts'
import { withSlips } from '../../train/slips.ts'
import { type Example, trainLinear } from '../../train/softmax.ts'
import type { Phrasing } from '../examples.ts'

/** What is a few in a hundred of all lines weighs as much as they need to be heard. */
const weight = 4

/**
 * The model of what no city helps with, against everything that one does: it knows no pages, so that a word which only
 * sounds like one ("getrouwd", of a singer) weighs less than the rest of the sentence. `written` is outside, `ours` is not.
 */
export function trainOutside(
  written: string[],
  ours: string[],
  phrasings: Phrasing[],
  analyse: (text: string) => Analysis,
): LinearModel {
  const next = random(5)
  const outside = (text: string): Example => {
    const found = features(analyse(text))
    return { variants: [found, found, features(analyse(withSlips(text, 2, next)))], label: 'outside', weight }
  }
  const inside = (text: string): Example => ({ variants: [features(analyse(text))], label: 'ours', weight: 1 })
  const examples = phrasings
    .filter(({ label }) => !label.startsWith('about:'))
    .map(({ text, label }) => (label.startsWith('none:') ? outside(text) : inside(text)))
  const model = trainLinear([...examples, ...written.map(outside), ...ours.map(inside)], {
    epochs: 12,
    rate: 3,
    keep: 24_000,
    seed: 3,
  })
  return oneSided(model, 'outside')
}
