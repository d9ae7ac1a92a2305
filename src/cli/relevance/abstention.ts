import type { Line } from './lines.ts'

/** When only the surest of all lines are answered: how many of them are right, here and at each opponent. */
export type AbstentionPoint = { answered: number; right: number; opponents: number[] }

const steps = Array.from({ length: 20 }, (_, at) => (at + 1) / 20)

/** Right among the answered, from the surest twentieth of the lines to all of them. An answer where none exists is wrong. */
export function abstentionCurve(lines: Line[]): AbstentionPoint[] {
  const asked = lines.filter(isDecided)
  const ours = asked.map((line) => ({ score: sureness(line), right: hasAnswer(line) && line.verdict.first }))
  const opponents = (asked[0]?.opponents ?? []).map((_, at) =>
    asked.map((line) => ({
      score: line.opponents[at]?.score ?? 0,
      right: hasAnswer(line) && (line.opponents[at]?.first ?? false),
    })),
  )
  return steps.map((answered) => ({
    answered,
    right: rightAmongSurest(ours, answered),
    opponents: opponents.map((ranked) => rightAmongSurest(ranked, answered)),
  }))
}

/** The confidence decides here; not in danger, and not whether a fact is known. */
const isDecided = ({ question: { outcome, tags }, outcome: ended }: Line): boolean =>
  ended !== 'crisis' &&
  (['answer', 'clarify', 'referred'].includes(outcome) || (outcome === 'abstain' && !tags.includes('group:fact')))

const hasAnswer = ({ question }: Line): boolean => question.outcome !== 'abstain'

/** An abstention is the last that would be answered. */
const sureness = ({ verdict, confidence }: Line): number => (verdict.abstained ? confidence - 1 : confidence)

function rightAmongSurest(ranked: { score: number; right: boolean }[], answered: number): number {
  const surest = ranked.toSorted((one, other) => other.score - one.score).slice(0, Math.round(ranked.length * answered))
  return surest.filter(({ right }) => right).length / surest.length
}
