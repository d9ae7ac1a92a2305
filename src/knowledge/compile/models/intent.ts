import { isWritten, type Language } from '../../../core/language.ts'
import type { Analysis } from '../../../search/analysis/analyse.ts'
import { features } from '../../../search/linear/features.ts'
import type { LinearModel } from '../../../search/linear/model.ts'
import { random } from '../../train/random.ts'
import { withSlips } from '../../train/slips.ts'
import { type Example, trainLinear } from '../../train/softmax.ts'
import type { Phrasing } from '../examples.ts'

/** A language of its own script spends weights that nobody else has a use for: it gets by with lighter ones. */
const furtherWeight = 0.5

/** The model of what a question is about. `cities` tells where a label can be reached: only those compete. */
export function trainIntent(
  phrasings: Phrasing[],
  cities: Record<string, string[]>,
  analyse: (text: string) => Analysis,
): LinearModel {
  const next = random(20261121)
  const examples = phrasings.flatMap(({ text, label, voice, language }): Example[] => {
    const found = features(analyse(text))
    if (voice === 'name') return [{ variants: [found], label, weight: 0.7 }]
    const weight = isWritten(language as Language) ? 1 : furtherWeight
    return [{ variants: [found, found, features(analyse(withSlips(text, 2, next)))], label, weight }]
  })
  return trainLinear(examples, { epochs: 9, rate: 6, keep: 60_000, seed: 7, cities, aside: isOrganisation })
}

const isOrganisation = (label: string): boolean => label.startsWith('organisation:')
