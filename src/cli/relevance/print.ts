import type { Calibration } from './calibration.ts'
import type { Figures } from './figures.ts'
import { fraction, type Share } from './intervals.ts'
import type { Labelled } from './labelled.ts'
import type { Comparison } from './robustness.ts'
import type { Slice } from './slices.ts'
import { percent, table } from './table.ts'

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

const interval = ({ low, high }: { low: number; high: number }, scale = 1): string =>
  Number.isNaN(low) ? '' : `[${(scale * low).toFixed(1)}, ${(scale * high).toFixed(1)}]`
const shown = ({ part, of }: Share): string => percent(part, of)
const withInterval = (share: Share): string => (share.of === 0 ? '–' : `${shown(share)} ${interval(share, 100)}`)
const marks = (opponents: string[], suffix = ''): string[] => opponents.map((name) => `${name.slice(0, 3)}${suffix}`)

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

function comparisonTable({ before, after, lost, note, n }: Comparison, { opponents }: Figures): string {
  const rows = before.map((contestant, at) => [
    ['ours', ...opponents][at] ?? '',
    shown(contestant.first),
    at < after.length ? withInterval(after[at]?.first as Share) : '',
    (100 * (fraction(contestant.first) - fraction(after[at]?.first as Share))).toFixed(1),
    shown(contestant.third),
    shown(after[at]?.third as Share),
  ])
  const head = [`${n} questions`, 'before', 'after', 'lost', 'in 3 before', 'in 3 after']
  const said = `We lose ${lost.points.toFixed(1)} points ${interval(lost)}, question by question${note ? `; ${note}` : ''}.`
  return `${table([head, ...rows])}\n${said}`
}

function calibrationTables({ calibration: { named, answerable } }: Figures): string {
  const rows = named.bins.map(({ n, said, found }, at) => [
    String(at + 1),
    String(n),
    (100 * said).toFixed(1),
    (100 * found).toFixed(1),
    (100 * (found - said)).toFixed(1),
  ])
  const error = (one: Calibration): string => `${one.error.toFixed(3)} on ${one.n} lines`
  return `${table([['bin', 'n', 'said', 'found', 'difference'], ...rows])}
expected calibration error: ${error(named)} with something named; ${error(answerable)} that a page answers`
}

function abstentionTable({ abstention, opponents }: Figures): string {
  const rows = abstention
    .filter((_, at) => at % 2 === 1)
    .map(({ answered, right, opponents: theirs }) => [
      (100 * answered).toFixed(0),
      ...[right, ...theirs].map((value) => (100 * value).toFixed(1)),
    ])
  return table([['answered', 'right of those', ...marks(opponents)], ...rows])
}

function confusionTable({ confusions }: Figures): string {
  const rows = confusions.map(({ expected, shown: found, count, confidence, questions }) => [
    `${expected} → ${found}`,
    String(count),
    confidence.toFixed(2),
    questions.slice(0, 6).join(' '),
  ])
  return table([['expected → shown', 'times', 'mean confidence', 'questions'], ...rows])
}

function ablationTable({ ablation }: Figures): string {
  const whole = ablation[0]?.slice.answerable.first
  const rows = ablation.map(
    (
      {
        name,
        slice: {
          right,
          answerable: { first, third, atOnce, opponents: theirs },
        },
      },
      at,
    ) => [
      name,
      shown(right),
      withInterval(first),
      at === 0 || !whole ? '' : (100 * (fraction(first) - fraction(whole))).toFixed(1),
      shown(third),
      shown(atOnce),
      ...theirs.map((one) => shown(one.first)),
    ],
  )
  const head = ['', 'right, every question', 'right first', 'difference', 'in 3', 'at once', '(a) first', '(b) first']
  return `${table([head, ...rows])}\nThe confidence is kept as it was learned with everything: part of a loss is that it no longer fits.`
}

function labelledTable({ rows, missed }: Labelled): string {
  const lines = rows.map(({ name, share }) => [name, String(share.of), withInterval(share)])
  return `${table([['', 'n', 'share, with Wilson’s interval'], ...lines])}\nnot right: ${missed.slice(0, 40).join(' ') || 'none'}`
}
