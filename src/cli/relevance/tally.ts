import type { Verdict } from './judge.ts'

/** Counts of verdicts over a set of questions. */
export type Tally = {
  n: number
  first: number
  third: number
  atOnce: number
  asked: number
  abstained: number
  wrong: number
}

export function tally(verdicts: Verdict[]): Tally {
  const count = (is: (verdict: Verdict) => boolean): number => verdicts.filter(is).length
  return {
    n: verdicts.length,
    first: count(({ first }) => first),
    third: count(({ third }) => third),
    atOnce: count(({ atOnce }) => atOnce),
    asked: count(({ asked }) => asked),
    abstained: count(({ abstained }) => abstained),
    wrong: count(({ wrong }) => wrong),
  }
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}`

/** Rows of cells as aligned text; the first column to the left, the others to the right. */
export function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n')
}
