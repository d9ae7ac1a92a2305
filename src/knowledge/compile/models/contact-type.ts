import { isWritten, type Language } from '../../../core/language.ts'
import type { Analysis } from '../../../search/analysis/analyse.ts'
import { features } from '../../../search/linear/features.ts'
import type { LinearModel } from '../../../search/linear/model.ts'
import { random } from '../../train/random.ts'
import { withSlips } from '../../train/slips.ts'
import { type Example, trainLinear } from '../../train/softmax.ts'
import type { Phrasing } from '../examples.ts'

/**
 * Weights of lines that were written for it, and of those that ask for a fact: these too want to know something, and
 * there are far more of them.
 */
const weights = { information: 1.5, asking: 0.2, else: 1 }
/** Weights beside the lines that were written for it: phrasings of pages, by the contact type of their page. */
const otherWeight = { information: 0.012, else: 0.2 }
/** One of so many phrasings of information is enough: there are far more of them. */
const everyOther = 4

/**
 * The model of what a message wants: to know, to come, to report, to complain. `asking`: lines that ask
 * for a fact. `typeOf` gives the type of a label's page.
 */
export function trainContactType(
  written: Record<string, string[]>,
  asking: string[],
  phrasings: Phrasing[],
  typeOf: Record<string, string>,
  analyse: (text: string) => Analysis,
): LinearModel {
  const next = random(5)
  const lineOf = (text: string, label: string, weight: number): Example => {
    const found = features(analyse(text))
    return { variants: [found, found, features(analyse(withSlips(text, 2, next)))], label, weight }
  }
  const lines = Object.entries(written).flatMap(([label, texts]) => {
    const weight = label === 'information' ? weights.information : weights.else
    return texts.map((text) => lineOf(text, label, weight))
  })
  const questions = asking.map((text) => lineOf(text, 'information', weights.asking))
  const pages = phrasings
    .filter(({ voice, language }) => voice !== 'name' && isWritten(language as Language))
    .map(({ text, label }) => ({ text, label: typeOf[label] ?? 'information' }))
    .filter(({ label }, at) => label !== 'information' || at % everyOther === 0)
    .map(({ text, label }) => ({
      variants: [features(analyse(text))],
      label,
      weight: label === 'information' ? otherWeight.information : otherWeight.else,
    }))
  return trainLinear([...lines, ...questions, ...pages], { epochs: 20, rate: 2, keep: 7_500, seed: 3 })
}
