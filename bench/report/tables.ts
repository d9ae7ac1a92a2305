import type { Figures } from '../../src/cli/relevance/figures.ts'
import type { Share } from '../../src/cli/relevance/intervals.ts'
import { number, table } from './text.ts'

const shown = ({ part, of }: Share): string => (of === 0 ? '' : number((100 * part) / of))
const withInterval = (share: Share): string =>
  share.of === 0 ? '' : `${shown(share)} (${number(100 * share.low)} to ${number(100 * share.high)})`
const marks = ({ opponents }: Figures): string[] => opponents.map((name) => name.slice(0, 3))

export function goalTable(figures: Figures): string {
  const rows = figures.goals.map(({ name, n, goal, value, low, high, met, opponents }) => [
    name,
    String(n),
    goal,
    number(value),
    low === null ? '' : `${number(low)} to ${number(high)}`,
    met ? 'yes' : 'no',
    ...figures.opponents.map((_, at) => number(opponents[at])),
  ])
  return table('Goals', ['measure', 'n', 'goal', 'is', '95 %', 'reached', ...marks(figures)], rows)
}

export function slicesTable(figures: Figures, kind: string): string {
  const rows = figures.slices
    .filter(({ name }) => name.startsWith(`${kind} `))
    .map(
      ({
        name,
        n,
        right,
        wrong,
        answerable: { n: asked, first, third, atOnce, asked: back, abstained, opponents },
      }) => [
        name.slice(kind.length + 1),
        String(n),
        withInterval(right),
        shown(wrong),
        String(asked),
        withInterval(first),
        shown(third),
        shown(atOnce),
        shown(back),
        shown(abstained),
        ...opponents.map((one) => withInterval(one.first)),
      ],
    )
  const head = ['', 'all', 'right', 'wrong of answers', 'with a page', 'first', 'in 3', 'at once', 'asked', 'abstained']
  return rows.length === 0 ? '' : table(`By ${kind}`, [...head, ...marks(figures)], rows)
}

export function comparisonTable({ comparisons, opponents }: Figures): string {
  const rows = comparisons.flatMap(({ name, n, before, after, lost, note }) =>
    before.map((one, at) => [
      at === 0 ? `${name}: ours` : (opponents[at - 1] ?? ''),
      String(n),
      withInterval(one.first),
      after[at] ? withInterval(after[at].first) : '',
      at === 0 ? `${number(lost.points)} (${number(lost.low)} to ${number(lost.high)})` : '',
      at === 0 ? (note ?? '') : '',
    ]),
  )
  return table('Before and after', ['', 'n', 'before', 'after', 'points lost', ''], rows)
}

export function confusionTable({ confusions }: Figures): string {
  const rows = confusions.map(({ expected, shown: found, count, confidence, questions }) => [
    expected,
    found,
    String(count),
    confidence.toFixed(2),
    questions.slice(0, 8).join(' '),
  ])
  return table('Expected and shown', ['expected', 'shown', 'times', 'mean confidence', 'questions'], rows)
}

export function labelledTable({ labelled }: Figures): string {
  return labelled
    .map(({ name, n, rows }) =>
      table(
        `${name}, ${n} lines`,
        ['', 'n', 'share'],
        rows.map(({ name, share }) => [name.trim(), String(share.of), withInterval(share)]),
      ),
    )
    .join('')
}
