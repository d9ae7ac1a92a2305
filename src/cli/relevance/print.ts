import { interval, marks, shown, withInterval } from './cells.ts'
import type { Figures } from './figures.ts'
import {
  ablationTable,
  abstentionTable,
  calibrationTables,
  comparisonTable,
  confusionTable,
  labelledTable,
} from './print-details.ts'
import type { Slice } from './slices.ts'
import { table } from './table.ts'

/** The figures as text. Percentages; `[low, high]` is the 95 % interval. */
export function printed(figures: Figures): string {
  const { set, n, goals, slices, comparisons, ablation, labelled } = figures
  const parts: [string, string][] = [
    [`${set}: ${n} questions`, ''],
    ['Against the goals', goalTable(figures)],
    [`Every question, in groups of ${fewest} or more`, everyTable(slices, figures.opponents)],
    [`Questions that a page answers, in groups of ${fewest} or more`, answerableTable(slices, figures.opponents)],
    ...comparisons.map((one): [string, string] => [
      `Right first, and after: ${one.name}`,
      comparisonTable(one, figures),
    ]),
    ['How sure it says to be, and how often it is right', calibrationTables(figures)],
    ['When only the surest are answered', abstentionTable(figures)],
    ['The worst confusions', confusionTable(figures)],
    ...(ablation.length > 0 ? [['What each part is worth', ablationTable(figures)] as [string, string]] : []),
    ...labelled.map((one): [string, string] => [`${one.name}: ${one.n} lines`, labelledTable(one)]),
  ]
  const titled = parts.filter(([, body], at) => at === 0 || body !== '')
  return (
    titled.map(([title, body], at) => (at === 0 ? `\n# ${title}` : `\n## ${title}\n\n${body}`)).join('\n') +
    legend(goals.length)
  )
}

/** A group of fewer lines says nothing. */
const fewest = 5

const legend = (goals: number): string =>
  goals === 0
    ? ''
    : '\n\nThe marks (a) and (b) are plain site search, and our content in the setting of MiniSearch that does best.'

function goalTable({ goals, opponents }: Figures): string {
  const rows = goals.map(({ name, goal, n, value, low, high, met, opponents: theirs }) => [
    name,
    String(n),
    goal,
    value.toFixed(1),
    interval({ low, high }),
    met ? 'yes' : 'no',
    ...opponents.map((_, at) => theirs[at]?.toFixed(1) ?? ''),
  ])
  return table([['measure', 'n', 'goal', 'is', '95 %', 'met', ...marks(opponents)], ...rows])
}

function everyTable(slices: Slice[], opponents: string[]): string {
  const rows = slices
    .filter(({ n }) => n >= fewest)
    .map(({ name, n, right, opponentsRight, abstained, wrong }) => [
      name,
      String(n),
      withInterval(right),
      shown(abstained),
      shown(wrong),
      ...opponentsRight.map(shown),
    ])
  return table([['slice', 'n', 'right', 'abstained', 'wrong of answers', ...marks(opponents, ' right')], ...rows])
}

function answerableTable(slices: Slice[], opponents: string[]): string {
  const rows = slices
    .filter(({ answerable }) => answerable.n >= fewest)
    .map(({ name, answerable: { n, first, third, atOnce, asked, abstained, opponents: theirs } }) => [
      name,
      String(n),
      withInterval(first),
      shown(third),
      shown(atOnce),
      shown(asked),
      shown(abstained),
      ...theirs.flatMap((one) => [withInterval(one.first), shown(one.third)]),
    ])
  const theirs = opponents.flatMap((name) => marks([name], ' first').concat(marks([name], ' in 3')))
  return table([['slice', 'n', 'right first', 'in 3', 'at once', 'asked', 'abstained', ...theirs], ...rows])
}
