import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../../dialogue/world.ts'
import { fraction } from './intervals.ts'
import { askAll } from './lines.ts'
import { questionSets, together } from './questions.ts'
import { type Slice, slicesOf } from './slices.ts'

/** What a group of a hundred questions or more reached when the baseline was written, in percent. */
export type Kept = { slice: string; measure: 'right' | 'right first'; n: number; percent: number }

/** Sets that are tuned on: a fall on them is seen at once, and no held-out line is spent on it. */
const sets = ['dev', 'dev-2']
const file = 'test/relevance/baseline.json'
const fewest = 100
/** Points that a group may lose. */
const most = 1

/** The groups that count, as they are now. */
export function measuredNow(root: string, world: World): Kept[] {
  const { questions } = together(questionSets(root, sets))
  return keptOf(slicesOf(askAll(questions, world, [])))
}

export function keptOf(slices: Slice[]): Kept[] {
  return slices
    .flatMap(({ name, right, answerable: { first } }) => [
      { slice: name, measure: 'right' as const, n: right.of, percent: rounded(100 * fraction(right)) },
      { slice: name, measure: 'right first' as const, n: first.of, percent: rounded(100 * fraction(first)) },
    ])
    .filter(({ n }) => n >= fewest)
}

const rounded = (value: number): number => Math.round(value * 100) / 100

/** What is lost since the baseline: a line for each group that fell by more than a point, or that is another group now. */
export function losses(baseline: Kept[], now: Kept[]): string[] {
  return baseline.flatMap(({ slice, measure, n, percent }) => {
    const found = now.find((kept) => kept.slice === slice && kept.measure === measure)
    if (found?.n !== n)
      return [`${slice}, ${measure}: the questions changed from ${n} to ${found?.n ?? 'fewer than 100'}`]
    return percent - found.percent > most ? [`${slice}, ${measure}: from ${percent} to ${found.percent} % of ${n}`] : []
  })
}

export const readBaseline = (root: string): Kept[] => JSON.parse(readFileSync(join(root, file), 'utf8')) as Kept[]

/** Writes what is reached now as what may not be lost. */
export function writeBaseline(root: string, kept: Kept[]): string {
  const lines = kept.map(
    (one) =>
      `  { ${Object.entries(one)
        .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
        .join(', ')} }`,
  )
  writeFileSync(join(root, file), `[\n${lines.join(',\n')}\n]\n`)
  return file
}
