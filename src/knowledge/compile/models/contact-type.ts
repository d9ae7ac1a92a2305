import { isWritten, type Language } from '../../../core/language.ts'
import type { Analysis } from '../../../search/analysis/analyse.ts'
import { features } from '../../../search/linear/features.ts'
import type { LinearModel } from '../../../search/linear/model.ts'
import { random } from '../../train/random.ts'
import { withSlips } from '../../train/slips.ts'
import { trainLinear } from '../../train/softmax.ts'
import type { Phrasing } from '../examples.ts'

/**
 * What lines of information weigh together beside all others together, however many there are: every way of asking for a
 * fact is one of them.
 */
const informationShare = 1
/** Weights beside the lines that were written for it: phrasings of pages, by the contact type of their page. */
const otherWeight = { information: 0.015, else: 0.2 }
/** One of so many phrasings of information is enough: there are far more of them. */
const everyOther = 4

/** The model of what a message wants: to know, to come, to report, to complain. `typeOf` gives the type of a label's page. */
export function trainContactType(
  written: Record<string, string[]>,
  phrasings: Phrasing[],
  typeOf: Record<string, string>,
  analyse: (text: string) => Analysis,
): LinearModel {
  const next = random(5)
  const wantsMore = Object.entries(written).filter(([label]) => label !== 'information')
  const ofOthers = wantsMore.reduce((sum, [, texts]) => sum + texts.length, 0)
  const lines = Object.entries(written).flatMap(([label, texts]) => {
    const weight = label === 'information' ? (informationShare * ofOthers) / texts.length : 1
    return texts.map((text) => {
      const found = features(analyse(text))
      return { variants: [found, found, features(analyse(withSlips(text, 2, next)))], label, weight }
    })
  })
  const pages = phrasings
    .filter(({ voice, language }) => voice !== 'name' && isWritten(language as Language))
    .map(({ text, label }) => ({ text, label: typeOf[label] ?? 'information' }))
    .filter(({ label }, at) => label !== 'information' || at % everyOther === 0)
    .map(({ text, label }) => ({
      variants: [features(analyse(text))],
      label,
      weight: label === 'information' ? otherWeight.information : otherWeight.else,
    }))
  return trainLinear([...lines, ...pages], { epochs: 20, rate: 4, keep: 16_000, seed: 3 })
}
