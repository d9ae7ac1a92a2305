import * as Plot from '@observablehq/plot'
import type { Figures } from '../../src/cli/relevance/figures.ts'
import { colours, contestants, drawn, percent, percentAxis, symbols } from './plot.ts'

/** Right first before and after a hardship. */
export function comparisonsChart({ comparisons }: Figures): string {
  const rows = comparisons.flatMap(({ name, n, before, after }) =>
    before.map((one, at) => ({
      name: `${name} (${n})`,
      who: contestants[at],
      before: percent(one.first),
      after: percent(after[at]?.first ?? one.first),
    })),
  )
  return drawn('Right first, before and after', {
    marginLeft: 230,
    height: 60 + 34 * rows.length,
    x: percentAxis,
    y: { domain: [...contestants].slice(0, rows.length), label: null, axis: null },
    fy: { label: null, axis: 'left' },
    color: colours,
    symbol: { ...symbols, legend: true },
    marks: [
      Plot.arrow(rows, {
        fy: 'name',
        y: 'who',
        x1: 'before',
        x2: 'after',
        stroke: 'who',
        strokeWidth: 2.5,
        headLength: 8,
        insetEnd: 2,
      }),
      Plot.dot(rows, { fy: 'name', y: 'who', x: 'before', stroke: 'who', fill: 'white', symbol: 'who', r: 4 }),
      Plot.text(rows, {
        fy: 'name',
        y: 'who',
        x: 'before',
        dx: 10,
        textAnchor: 'start',
        text: (row: Row) => `${row.before.toFixed(1)} → ${row.after.toFixed(1)}`,
      }),
    ],
  })
}
type Row = { before: number; after: number }

const pointsOf = ({ points }: { points: number }): string => points.toFixed(1)

/** Points that are lost without a part. */
export function ablationChart({ ablation }: Figures): string {
  const whole = ablation[0]?.slice.answerable.first
  if (!whole) return ''
  const rows = ablation.slice(1).map(({ name, slice: { answerable } }) => ({
    name,
    points: percent(answerable.first) - percent(whole),
  }))
  return drawn('Points gained or lost without a part', {
    marginLeft: 320,
    height: 50 + 28 * rows.length,
    marginRight: 50,
    x: { label: 'points, right first', grid: true, nice: true, insetLeft: 40 },
    y: { domain: rows.toSorted((one, other) => one.points - other.points).map(({ name }) => name), label: null },
    marks: [
      Plot.barX(rows, {
        y: 'name',
        x: 'points',
        fill: ({ points }: { points: number }) => (points < 0 ? '#0b5394' : '#c2570c'),
        insetTop: 5,
        insetBottom: 5,
      }),
      ...[-1, 1].map((side) =>
        Plot.text(
          rows.filter(({ points }) => points < 0 === side < 0),
          { y: 'name', x: 'points', dx: 6 * side, textAnchor: side < 0 ? 'end' : 'start', text: pointsOf },
        ),
      ),
      Plot.ruleX([0]),
    ],
  })
}
