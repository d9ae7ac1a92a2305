import { letterFeatures } from '../../../search/linear/features.ts'
import type { LinearModel } from '../../../search/linear/model.ts'
import { type Example, trainLinear } from '../../train/softmax.ts'
import type { Phrasing } from '../examples.ts'

/** Words by which a language is known, each as a message of its own: many messages are one word. */
export type Marks = { language: string; marks: string[] }

/** The model of the language of a message, from letters alone. Notes in shorthand are cut-off words of no language. */
export function trainLanguage(phrasings: Phrasing[], known: Marks[]): LinearModel {
  const words = known.flatMap(({ language, marks }) => marks.map((text) => ({ text, language })))
  const spoken = phrasings.filter(({ voice }) => voice !== 'balie')
  const examples = [...spoken, ...words].map(({ text, language }) => ({
    variants: [letterFeatures(text)],
    label: language,
  }))
  return trainLinear(balanced(examples), { epochs: 12, rate: 1.5, keep: 9_000, seed: 11 })
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
