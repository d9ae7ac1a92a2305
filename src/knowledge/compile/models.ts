import { isWritten, type Language } from '../../core/language.ts'
import type { Analysis } from '../../search/analysis/analyse.ts'
import { type Features, features, letterFeatures } from '../../search/linear/features.ts'
import { classReader, dangerFeatures, type WordClasses } from '../../search/linear/frames.ts'
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
export function trainCrisis(crisis: CrisisLines, ordinary: { text: string }[], analyse: Analyse): LinearModel {
  const next = random(112)
  const read = classReader(crisis.words)
  const found = (text: string): Features => dangerFeatures(text, analyse, read)
  const calls = crisis.kinds.flatMap(({ id, phrasings: byLanguage }) =>
    Object.values(byLanguage)
      .flat()
      .map((text) => ({
        variants: [found(text), found(withSlips(text, 2, next))],
        label: id,
        weight: 2,
      })),
  )
  const lookalikes = Object.values(crisis.lookalikes)
    .flat()
    .map((text) => ({ variants: [found(text)], label: 'none', weight: 1.5 }))
  const others = ordinary.map(({ text }) => ({ variants: [found(text)], label: 'none', weight: 0.8 }))
  return trainLinear([...calls, ...lookalikes, ...others], { epochs: 12, rate: 3, keep: 40_000, seed: 13 })
}

/** Weights beside the lines that were written for it: phrasings of pages, by the contact type of their page. */
const otherWeight = { information: 0.015, else: 0.2 }
/** One of so many phrasings of information is enough: there are far more of them. */
const everyOther = 4

/** The model of what a message wants: to know, to come, to report, to complain. `typeOf` gives the type of a label's page. */
export function trainContactType(
  written: Record<string, Record<string, string[]>>,
  phrasings: Phrasing[],
  typeOf: Record<string, string>,
  analyse: Analyse,
): LinearModel {
  const next = random(5)
  const lines = Object.entries(written).flatMap(([label, byLanguage]) =>
    Object.values(byLanguage)
      .flat()
      .map((text) => {
        const found = features(analyse(text))
        return { variants: [found, found, features(analyse(withSlips(text, 2, next)))], label }
      }),
  )
  const pages = phrasings
    .filter(({ voice, language }) => voice !== 'name' && isWritten(language as Language))
    .map(({ text, label }) => ({ text, label: typeOf[label] ?? 'information' }))
    .filter(({ label }, at) => label !== 'information' || at % everyOther === 0)
    .map(({ text, label }) => ({
      variants: [features(analyse(text))],
      label,
      weight: label === 'information' ? otherWeight.information : otherWeight.else,
    }))
  return trainLinear([...lines, ...pages], { epochs: 20, rate: 4, keep: 10_000, seed: 3 })
}

export type CrisisLines = {
  words: WordClasses
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
