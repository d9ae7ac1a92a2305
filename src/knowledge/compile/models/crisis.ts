import type { Analysis } from '../../../search/analysis/analyse.ts'
import type { Features } from '../../../search/linear/features.ts'
import { dangerFeatures } from '../../../search/linear/frames.ts'
import type { LinearModel } from '../../../search/linear/model.ts'
import { classReader, headsOf, type WordClasses } from '../../../search/linear/word-classes.ts'
import { random } from '../../train/random.ts'
import { withSlips } from '../../train/slips.ts'
import { trainLinear } from '../../train/softmax.ts'

export type CrisisLines = {
  words: WordClasses
  kinds: { id: string; phrasings: Record<string, string[]> }[]
  lookalikes: Record<string, string[]>
}

/** Crisis kinds against everything else that people write, `none`. */
export function trainCrisis(
  crisis: CrisisLines,
  ordinary: { text: string }[],
  analyse: (text: string) => Analysis,
): LinearModel {
  const next = random(112)
  const read = classReader(headsOf(crisis.words))
  const found = (text: string): Features => dangerFeatures(text, analyse, read)
  const calls = crisis.kinds.flatMap(({ id, phrasings }) =>
    Object.values(phrasings)
      .flat()
      .map((text) => ({ variants: [found(text), found(withSlips(text, 2, next))], label: id, weight: 1.4 })),
  )
  const lookalikes = Object.values(crisis.lookalikes)
    .flat()
    .map((text) => ({ variants: [found(text)], label: 'none', weight: 1.5 }))
  const others = ordinary.map(({ text }) => ({ variants: [found(text)], label: 'none', weight: 1 }))
  return trainLinear([...calls, ...lookalikes, ...others], { epochs: 20, rate: 2, keep: 16_000, seed: 13 })
}
