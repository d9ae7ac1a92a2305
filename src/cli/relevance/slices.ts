import { type Share, share } from './intervals.ts'
import { isAnswerable } from './judge.ts'
import type { Line } from './lines.ts'

/** Figures of one group of lines. Shares carry their 95 % interval. */
export type Slice = {
  /** `all`, or kind and value: `language nl`, `city x`, `theme afval`, `outcome referred`, `tag lookalike`, `set y`. */
  name: string
  n: number
  right: Share
  /** The opponents by the same rules, in their order. */
  opponentsRight: Share[]
  abstained: Share
  /** Answered with something else, of all that were answered. */
  wrong: Share
  answerable: Answerable
}

/** Only the lines that a page or body answers: what a ranking can be held against. */
export type Answerable = {
  n: number
  first: Share
  third: Share
  atOnce: Share
  asked: Share
  abstained: Share
  opponents: { first: Share; third: Share }[]
}

/** The whole, and every group of lines that share an outcome, language, city, theme, tag or set. */
export function slicesOf(lines: Line[]): Slice[] {
  const names = [...new Set(lines.flatMap(groupsOf))].sort()
  return [
    sliceOf('all', lines),
    ...names.map((name) =>
      sliceOf(
        name,
        lines.filter((line) => groupsOf(line).includes(name)),
      ),
    ),
  ]
}

function groupsOf({ question: { outcome, lang, city, set, tags }, theme }: Line): string[] {
  return [
    `outcome ${outcome}`,
    `language ${lang}`,
    `city ${city ?? 'unknown'}`,
    `theme ${theme}`,
    ...tags.map((tag) => `tag ${tag}`),
    ...(set ? [`set ${set}`] : []),
  ]
}

export function sliceOf(name: string, lines: Line[]): Slice {
  const verdicts = lines.map(({ verdict }) => verdict)
  return {
    name,
    n: lines.length,
    right: share(verdicts.map(({ first }) => first)),
    opponentsRight: opponentsOf(lines, ({ right }) => right),
    abstained: share(verdicts.map(({ abstained }) => abstained)),
    wrong: share(verdicts.filter(({ answered }) => answered).map(({ wrong }) => wrong)),
    answerable: answerableOf(lines.filter(({ question }) => isAnswerable(question))),
  }
}

function answerableOf(lines: Line[]): Answerable {
  const of = (holds: (verdict: Line['verdict']) => boolean): Share => share(lines.map(({ verdict }) => holds(verdict)))
  const firsts = opponentsOf(lines, ({ first }) => first)
  const thirds = opponentsOf(lines, ({ third }) => third)
  return {
    n: lines.length,
    first: of(({ first }) => first),
    third: of(({ third }) => third),
    atOnce: of(({ atOnce }) => atOnce),
    asked: of(({ asked }) => asked),
    abstained: of(({ abstained }) => abstained),
    opponents: firsts.map((first, at) => ({ first, third: thirds[at] ?? first })),
  }
}

/** A share for each opponent, in their order. */
export function opponentsOf(lines: Line[], holds: (verdict: Line['opponents'][number]) => boolean): Share[] {
  const count = lines[0]?.opponents.length ?? 0
  return Array.from({ length: count }, (_, at) =>
    share(lines.flatMap(({ opponents }) => opponents[at] ?? []).map(holds)),
  )
}
