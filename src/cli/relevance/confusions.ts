import type { Line } from './lines.ts'

/** One page shown for another: by ids only, so that it can be shared without anybody's words. */
export type Confusion = { expected: string; shown: string; count: number; confidence: number; questions: string[] }

/** The most frequent mistakes; of equally frequent ones those that we were surest of. */
export function worstConfusions(lines: Line[], most = 20): Confusion[] {
  const mistaken = lines.filter(({ verdict }) => !verdict.first)
  const pairs = Map.groupBy(mistaken, (line) => `${wanted(line.question)} → ${got(line)}`)
  return [...pairs.values()]
    .map((found) => ({
      expected: wanted(found[0]?.question),
      shown: found[0] ? got(found[0]) : '',
      count: found.length,
      confidence: found.reduce((sum, { confidence }) => sum + confidence, 0) / found.length,
      questions: found.map(({ question }) => question.id),
    }))
    .sort((one, other) => other.count - one.count || other.confidence - one.confidence)
    .slice(0, most)
}

const wanted = (question: Line['question'] | undefined): string =>
  question?.expected.join(' or ') || `(${question?.outcome})`

/** The right page may still be wrong: a fact was asked that we lack, and the answer does not say so. */
function got({ question, shown, outcome }: Line): string {
  if (shown === null) return outcome
  return question.expected.includes(shown) ? `${shown}, not saying what is lacking` : shown
}
