import type { Calibration } from './calibration.ts'
import { interval, marks, shown, withInterval } from './cells.ts'
import type { Figures } from './figures.ts'
import { fraction, type Share } from './intervals.ts'
import type { Labelled } from './labelled.ts'
import type { Comparison } from './robustness.ts'
import { table } from './table.ts'

export function comparisonTable({ before, after, lost, note, n }: Comparison, { opponents }: Figures): string {
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

export function calibrationTables({ calibration: { named, answerable } }: Figures): string {
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

export function abstentionTable({ abstention, opponents }: Figures): string {
  const rows = abstention
    .filter((_, at) => at % 2 === 1)
    .map(({ answered, right, opponents: theirs }) => [
      (100 * answered).toFixed(0),
      ...[right, ...theirs].map((value) => (100 * value).toFixed(1)),
    ])
  return table([['answered', 'right of those', ...marks(opponents)], ...rows])
}

export function confusionTable({ confusions }: Figures): string {
  const rows = confusions.map(({ expected, shown: found, count, confidence, questions }) => [
    `${expected} → ${found}`,
    String(count),
    confidence.toFixed(2),
    questions.slice(0, 6).join(' '),
  ])
  return table([['expected → shown', 'times', 'mean confidence', 'questions'], ...rows])
}

export function ablationTable({ ablation }: Figures): string {
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

export function labelledTable({ rows, missed }: Labelled): string {
  const lines = rows.map(({ name, share }) => [name, String(share.of), withInterval(share)])
  return `${table([['', 'n', 'share, with Wilson’s interval'], ...lines])}\nnot right: ${missed.slice(0, 40).join(' ') || 'none'}`
}
