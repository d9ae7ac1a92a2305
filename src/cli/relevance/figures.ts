import type { World } from '../../dialogue/world.ts'
import type { Variant } from './ablation.ts'
import { type AbstentionPoint, abstentionCurve } from './abstention.ts'
import { type Calibration, calibrationOf, saysHowSure } from './calibration.ts'
import { type Confusion, worstConfusions } from './confusions.ts'
import { type Goal, goalsOf } from './goals.ts'
import { isAnswerable, type Question } from './judge.ts'
import type { Labelled } from './labelled.ts'
import { askAll, type Line } from './lines.ts'
import type { Opponent } from './opponents.ts'
import { type Comparison, compare, mistyped } from './robustness.ts'
import { type Slice, sliceOf, slicesOf } from './slices.ts'

/** Everything that was measured on one set: figures and ids, nobody's words. What is printed, drawn and published. */
export type Figures = {
  set: string
  /** Day of the measurement. */
  measuredOn: string
  /** Hash of the content that was measured. */
  content: string
  n: number
  opponents: string[]
  goals: Goal[]
  slices: Slice[]
  /** Of what was named, and of all lines that a page answers, whatever they ended with. */
  calibration: { named: Calibration; answerable: Calibration }
  abstention: AbstentionPoint[]
  confusions: Confusion[]
  comparisons: Comparison[]
  ablation: { name: string; slice: Slice }[]
  labelled: Labelled[]
}

export type Setting = {
  world: World
  opponents: Opponent[]
  variants: Variant[]
  labelled: Labelled[]
  /** Further comparisons that take long, such as a crowded city. */
  crowd?: ((lines: Line[]) => Comparison) | undefined
}

/** Measures one set. */
export function measure(set: string, questions: Question[], setting: Setting): Figures {
  const { world, opponents, variants, labelled, crowd } = setting
  const lines = askAll(questions, world, opponents)
  const comparisons = [
    compare('two typing errors', lines, mistyped(questions, world, opponents)),
    ...(crowd ? [crowd(lines)] : []),
  ]
  const calibration = {
    named: calibrationOf(lines.filter(saysHowSure)),
    answerable: calibrationOf(lines.filter(({ question }) => isAnswerable(question))),
  }
  return {
    set,
    measuredOn: new Date().toISOString().slice(0, 10),
    content: world.catalogue.hash,
    n: lines.length,
    opponents: opponents.map(({ name }) => name),
    goals: goalsOf(lines, calibration.named, comparisons),
    slices: slicesOf(lines),
    calibration,
    abstention: abstentionCurve(lines),
    confusions: worstConfusions(lines),
    comparisons,
    ablation: variants.length > 0 ? ablation(lines, questions, variants) : [],
    labelled,
  }
}

/** As it is, then without each part. The opponents have none of these parts, and stay as they are. */
function ablation(lines: Line[], questions: Question[], variants: Variant[]): Figures['ablation'] {
  return [
    { name: 'as it is', slice: sliceOf('as it is', lines) },
    ...variants.map(({ name, world }) => {
      console.error(`asking again: ${name}`)
      return { name, slice: sliceOf(name, askAll(questions, world(), [])) }
    }),
  ]
}
