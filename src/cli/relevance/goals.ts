import type { Calibration } from './calibration.ts'
import { bootstrap, fraction, type Share, share } from './intervals.ts'
import { isAnswerable } from './judge.ts'
import type { Line } from './lines.ts'
import type { Comparison } from './robustness.ts'

/** One promise with what was measured, in percent or points; `opponents` where the same can be measured of them. */
export type Goal = {
  name: string
  /** `≥` or `≤` and the number. */
  goal: string
  n: number
  value: number
  low: number
  high: number
  met: boolean
  opponents: number[]
}

type Measured = { n: number; value: number; low: number; high: number; opponents?: number[] }

/** What this was built to reach, line by line, on the lines of a set. Measures without lines are left out. */
export function goalsOf(lines: Line[], calibration: Calibration, comparisons: Comparison[]): Goal[] {
  const answerable = lines.filter(({ question }) => isAnswerable(question))
  const inLanguage = (...languages: string[]): Line[] =>
    answerable.filter(({ question }) => languages.includes(question.lang))
  const facts = lines.filter(({ question }) => question.tags.includes('group:fact'))
  const outside = lines.filter(
    ({ question }) => question.outcome === 'abstain' && !question.tags.includes('group:fact'),
  )
  const elsewhere = lines.filter(({ question }) => question.outcome === 'referred')
  const danger = lines.filter(({ question }) => question.outcome === 'crisis')
  const calm = lines.filter(({ question }) => question.outcome !== 'crisis')
  const first = ({ verdict }: Line): boolean => verdict.first
  const byFirst = (line: Line['opponents'][number]): boolean => line.first
  const [siteSearch, sameContent] = [0, 1].map((at) => above(answerable, at))
  return [
    goal('right first, Dutch', '≥ 90', shareOf(inLanguage('nl'), first, byFirst)),
    goal(
      'right at once',
      '≥ 78',
      shareOf(answerable, ({ verdict }) => verdict.atOnce, byFirst),
    ),
    goal(
      'right in the first three',
      '≥ 97',
      shareOf(
        answerable,
        ({ verdict }) => verdict.third,
        ({ third }) => third,
      ),
    ),
    goal(
      'asked',
      '≤ 15',
      shareOf(answerable, ({ verdict }) => verdict.asked),
    ),
    goal(
      'abstained',
      '≤ 4',
      shareOf(answerable, ({ verdict }) => verdict.abstained),
    ),
    goal(
      'confident wrong, of all answers given',
      '≤ 3',
      shareOf(
        lines.filter(({ verdict }) => verdict.answered),
        ({ verdict }) => verdict.wrong,
      ),
    ),
    goal(
      'out of scope: no service named',
      '≥ 95',
      shareOf(outside, first, ({ right }) => right),
    ),
    goal('another body: the right one named', '≥ 85', shareOf(elsewhere, first, byFirst)),
    goal('a fact we lack: admitted', '≥ 90', shareOf(facts, first)),
    goal(
      'unknown claimed, no fact asked',
      '≤ 3',
      shareOf(answerable, ({ lacks }) => lacks),
    ),
    goal('right first, French', '≥ 85', shareOf(inLanguage('fr'), first, byFirst)),
    goal('right first, English', '≥ 85', shareOf(inLanguage('en'), first, byFirst)),
    goal('right first, eight further languages', '≥ 80', shareOf(inLanguage(...further), first, byFirst)),
    goal('crisis caught', '≥ 98', shareOf(danger, first)),
    goal(
      'disturbed without danger',
      '≤ 1',
      shareOf(calm, ({ outcome }) => outcome === 'crisis'),
    ),
    goal('above site search (a), points', '≥ 20', siteSearch),
    goal('above our content in MiniSearch (b), points', '≥ 8', sameContent),
    ...comparisons.map(({ name, n, lost: { points, low, high }, before, after }) =>
      goal(`lost: ${name}, points`, name.startsWith('two') ? '≤ 7' : '≤ 2', {
        n,
        value: points,
        low,
        high,
        opponents: before
          .slice(1)
          .map(({ first }, at) => 100 * (fraction(first) - fraction(after[at + 1]?.first ?? first))),
      }),
    ),
    goal('expected calibration error, points', '≤ 5', {
      n: calibration.n,
      value: 100 * calibration.error,
      low: Number.NaN,
      high: Number.NaN,
    }),
  ].filter(({ n }) => n > 0)
}

const further = ['de', 'tr', 'ar', 'pl', 'uk', 'bg', 'es', 'ro']

function shareOf(
  lines: Line[],
  holds: (line: Line) => boolean,
  theirs?: (verdict: Line['opponents'][number]) => boolean,
): Measured {
  const ours: Share = share(lines.map(holds))
  const count = theirs ? (lines[0]?.opponents.length ?? 0) : 0
  const opponents = Array.from(
    { length: count },
    (_, at) => 100 * (lines.filter((line) => line.opponents[at] && theirs?.(line.opponents[at])).length / lines.length),
  )
  return { n: ours.of, value: 100 * fraction(ours), low: 100 * ours.low, high: 100 * ours.high, opponents }
}

/** Points by which we are above an opponent, paired line by line. */
function above(lines: Line[], at: number): Measured {
  const compared = lines.filter(({ opponents }) => opponents[at] !== undefined)
  const { mean, low, high } = bootstrap(
    compared.map(({ verdict, opponents }) => Number(verdict.first) - Number(opponents[at]?.first)),
  )
  return { n: compared.length, value: 100 * mean, low: 100 * low, high: 100 * high }
}

function goal(name: string, wanted: string, { opponents = [], ...measured }: Measured | undefined = nothing): Goal {
  const bound = Number(wanted.slice(2))
  const met = wanted.startsWith('≥') ? measured.value >= bound : measured.value <= bound
  return { name, goal: wanted, ...measured, met, opponents }
}

const nothing: Measured = { n: 0, value: Number.NaN, low: Number.NaN, high: Number.NaN }
