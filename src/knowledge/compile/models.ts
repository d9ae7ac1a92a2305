import type { Analysis } from '../../search/analysis/analyse.ts'
import { features, letterFeatures } from '../../search/linear/features.ts'
import type { LinearModel } from '../../search/linear/model.ts'
import { random } from '../train/random.ts'
import { withSlips } from '../train/slips.ts'
import { type Example, trainLinear } from '../train/softmax.ts'
import type { Phrasing } from './examples.ts'

type Analyse = (text: string) => Analysis

/** The model of what a question is about. `cities` tells where a label can be reached: only those compete. */
export function trainIntent(phrasings: Phrasing[], cities: Record<string, string[]>, analyse: Analyse): LinearModel {
  const next = random(20261121)
  const examples = phrasings.flatMap(({ text, label, voice }): Example[] => {
    const found = features(analyse(text))
    if (voice === 'name') return [{ variants: [found], label, weight: 0.7 }]
    return [{ variants: [found, found, features(analyse(withSlips(text, 2, next)))], label }]
  })
  return trainLinear(examples, { epochs: 9, rate: 6, keep: 160_000, seed: 7, cities, aside: isOrganisation })
}

const isOrganisation = (label: string): boolean => label.startsWith('organisation:')

/** Words by which a language is known, each as a message of its own: many messages are one word. */
export type Marks = { language: string; marks: string[] }

/** The model of the language of a message, from letters alone. */
export function trainLanguage(phrasings: Phrasing[], known: Marks[]): LinearModel {
  const words = known.flatMap(({ language, marks }) => marks.map((text) => ({ text, language })))
  const examples = [...phrasings, ...words].map(({ text, language }) => ({
    variants: [letterFeatures(text)],
    label: language,
  }))
  return trainLinear(balanced(examples), { epochs: 4, rate: 4, keep: 25_000, seed: 11 })
}

/** Crisis kinds against everything else that people write, `none`. */
export function trainCrisis(crisis: CrisisLines, phrasings: Phrasing[], analyse: Analyse): LinearModel {
  const next = random(112)
  const calls = crisis.kinds.flatMap(({ id, phrasings: byLanguage }) =>
    Object.values(byLanguage)
      .flat()
      .map((text) => ({
        variants: [features(analyse(text)), features(analyse(withSlips(text, 2, next)))],
        label: id,
        weight: 2,
      })),
  )
  const lookalikes = Object.values(crisis.lookalikes)
    .flat()
    .map((text) => ({ variants: [features(analyse(text))], label: 'none', weight: 1.5 }))
  const others = phrasings.map(({ text }) => ({ variants: [features(analyse(text))], label: 'none', weight: 0.8 }))
  return trainLinear([...calls, ...lookalikes, ...others], { epochs: 7, rate: 5, keep: 40_000, seed: 13 })
}

export type CrisisLines = {
  kinds: { id: string; phrasings: Record<string, string[]> }[]
  lookalikes: Record<string, string[]>
}

/** Rare languages count as much as frequent ones. */
function balanced(examples: Example[]): Example[] {
  const counts = new Map<string, number>()
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return examples.map((example) => ({
    ...example,
    weight: Math.min(8, Math.sqrt(most / (counts.get(example.label) ?? 1))),
  }))
}
