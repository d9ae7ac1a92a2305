import * as Plot from '@observablehq/plot'
import type { Figures } from '../../src/cli/relevance/figures.ts'
import { colours, contestants, drawn, percent, percentAxis, symbols } from './plot.ts'

/** A group of fewer questions says too little to be drawn. */
const fewest = 10

/** Each promise with its interval, the goal, and the opponents where the same can be measured of them. */
export function goalsChart({ goals }: Figures): string {
  const rows = goals
    .filter(({ low }) => low !== null && !Number.isNaN(low))
    .map((goal) => ({ ...goal, bound: Number(goal.goal.slice(2)) }))
  const theirs = rows.flatMap(({ name, opponents }) => opponents.map((value, at) => ({ name, value, at: at + 1 })))
  const y = { domain: rows.map(({ name }) => name), label: null }
  return drawn('Each measure with its interval, and the goal', {
    marginLeft: 300,
    marginRight: 64,
    height: 60 + 26 * rows.length,
    x: { ...percentAxis, label: 'percent, or points', domain: [Math.min(0, ...rows.map(({ low }) => low)), 100] },
    y,
    color: { domain: ['reached', 'not reached'], range: ['#1b7f4b', '#b3261e'], legend: true },
    marks: [
      Plot.ruleY(rows, { y: 'name', x1: 'low', x2: 'high', strokeWidth: 6, strokeOpacity: 0.25, stroke: verdict }),
      Plot.tickX(rows, { y: 'name', x: 'bound', stroke: '#1b1f24', strokeWidth: 2 }),
      Plot.dot(theirs, {
        y: 'name',
        x: 'value',
        r: 4,
        symbol: ({ at }: { at: number }) => symbols.range[at] ?? 'circle',
        stroke: ({ at }: { at: number }) => colours.range[at] ?? 'black',
      }),
      Plot.dot(rows, { y: 'name', x: 'value', fill: verdict, r: 5 }),
      Plot.text(rows, {
        y: 'name',
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: 52,
        fontWeight: 600,
        fill: verdict,
        text: ({ value }: { value: number }) => value.toFixed(1),
      }),
    ],
  })
}

const verdict = ({ met }: { met: boolean }): string => (met ? 'reached' : 'not reached')

/** Right first in each group of one kind, beside the opponents. */
export function slicesChart({ slices }: Figures, kind: string): string {
  const groups = slices
    .filter(({ name, answerable }) => name.startsWith(`${kind} `) && answerable.n >= fewest)
    .toSorted((one, other) => other.answerable.n - one.answerable.n)
  const rows = groups.flatMap(({ name, answerable: { n, first, opponents } }) =>
    [{ first }, ...opponents].map((one, at) => ({
      group: `${name.slice(kind.length + 1)} (${n})`,
      who: contestants[at],
      value: percent(one.first),
      low: 100 * one.first.low,
      high: 100 * one.first.high,
      mine: at === 0,
    })),
  )
  if (rows.length === 0) return ''
  return drawn(`Right first, by ${kind}`, {
    marginLeft: 200,
    height: 70 + 30 * groups.length,
    x: percentAxis,
    y: { domain: [...new Set(rows.map(({ group }) => group))], label: null },
    color: colours,
    symbol: { ...symbols, legend: true },
    marks: [
      Plot.ruleY(rows, { y: 'group', x1: 'low', x2: 'high', stroke: 'who', strokeWidth: 5, strokeOpacity: 0.22 }),
      Plot.dot(rows, { y: 'group', x: 'value', stroke: 'who', fill: 'who', symbol: 'who', r: 4.5 }),
    ],
  })
}

/** What it says against what comes true: on the line it is honest, above it is too modest, below it boasts. */
export function calibrationChart({ calibration: { named } }: Figures): string {
  const bins = named.bins.map(({ n, said, found }) => ({ n, said: 100 * said, found: 100 * found }))
  return drawn('Confidence against how often it is right', {
    width: 480,
    height: 480,
    x: { ...percentAxis, label: 'sure, as it says →' },
    y: { ...percentAxis, label: '↑ right' },
    marks: [
      Plot.link([0], { x1: 0, y1: 0, x2: 100, y2: 100, stroke: '#6b7280', strokeDasharray: '4 4' }),
      Plot.ruleX(bins, { x: 'said', y1: 'said', y2: 'found', stroke: '#c2570c', strokeWidth: 2 }),
      Plot.lineY(bins, { x: 'said', y: 'found', stroke: colours.range[0] as string, strokeWidth: 2 }),
      Plot.dot(bins, { x: 'said', y: 'found', fill: colours.range[0] as string, r: 5 }),
    ],
  })
}

/** When only the surest are answered: the share that is right, ourselves and the opponents. */
export function abstentionChart({ abstention }: Figures): string {
  const rows = abstention.flatMap(({ answered, right, opponents }) =>
    [right, ...opponents].map((value, at) => ({ answered: 100 * answered, value: 100 * value, who: contestants[at] })),
  )
  return drawn('Right among the answered, when only the surest are answered', {
    height: 380,
    x: { label: 'share that is answered, percent →', domain: [0, 100], grid: true },
    y: { ...percentAxis, label: '↑ right of those' },
    color: colours,
    symbol: { ...symbols, legend: true },
    marks: [
      Plot.lineY(rows, { x: 'answered', y: 'value', stroke: 'who', strokeWidth: 2 }),
      Plot.dot(rows, { x: 'answered', y: 'value', stroke: 'who', fill: 'who', symbol: 'who', r: 3.5 }),
    ],
  })
}
