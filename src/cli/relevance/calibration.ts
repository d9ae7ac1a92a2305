import type { Line } from './lines.ts'

/** How sure we said to be, on average, in a bin of lines that we were about equally sure of, and how often it was right. */
export type Bin = { n: number; said: number; found: number }
export type Calibration = { n: number; bins: Bin[]; error: number }

const binCount = 10

/** Reliability in ten bins of equal count; `error` is the expected calibration error: the mean distance, by lines. */
export function calibrationOf(lines: Line[]): Calibration {
  const sorted = lines.toSorted((one, other) => one.confidence - other.confidence)
  const bins = Array.from({ length: binCount }, (_, at) =>
    binOf(sorted.slice(Math.round((at * sorted.length) / binCount), Math.round(((at + 1) * sorted.length) / binCount))),
  ).filter(({ n }) => n > 0)
  const error = bins.reduce((sum, { n, said, found }) => sum + (n / lines.length) * Math.abs(said - found), 0)
  return { n: lines.length, bins, error: lines.length === 0 ? Number.NaN : error }
}

function binOf(lines: Line[]): Bin {
  const mean = (value: (line: Line) => number): number =>
    lines.reduce((sum, line) => sum + value(line), 0) / lines.length
  return {
    n: lines.length,
    said: mean(({ confidence }) => confidence),
    found: mean(({ verdict }) => (verdict.first ? 1 : 0)),
  }
}

/**
 * Lines on which a confidence says something: a page or body was named, or offered first in a question. What danger,
 * small talk and a missing city end with is not decided by it, and an abstention names nothing that could be right.
 */
export const saysHowSure = ({ outcome, question }: Line): boolean =>
  ['answered', 'answered.steps', 'referred', 'clarifying.service'].includes(outcome) && question.outcome !== 'ask_city'
