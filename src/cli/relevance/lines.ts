import type { Outcome } from '../../core/outcome.ts'
import { takeTurn } from '../../dialogue/turn.ts'
import type { World } from '../../dialogue/world.ts'
import { judge, type Question, ranksFirst, type Verdict } from './judge.ts'
import type { Opponent } from './opponents.ts'
import { themeOf } from './themes.ts'

/** One question with what became of it, here and at the opponents: all that the tables are counted from. No answer texts. */
export type Line = {
  question: Question
  theme: string
  verdict: Verdict
  outcome: Outcome
  confidence: number
  /** What was named first, or offered first in a question. */
  shown: string | null
  /** Says of some kind of fact that it is not known, and nobody noted that the question asks for it. */
  lacks: boolean
  opponents: OpponentVerdict[]
}

export type OpponentVerdict = {
  first: boolean
  third: boolean /** By the same rules as ours. */
  right: boolean
  score: number
}

/** The moment of every measurement: opening hours and staleness must not move the figures. */
export const moment = '2026-11-21T10:00:00+01:00'

/** Asks every question. `reword` changes what is typed, never what is expected. */
export function askAll(
  questions: Question[],
  world: World,
  opponents: Opponent[],
  reword: (question: Question) => string = ({ text }) => text,
): Line[] {
  return questions.map((question) => {
    const text = reword(question)
    const answer = takeTurn({ text, city: question.city }, world, moment)
    const [named] = answer.answers
    return {
      question,
      theme: themeOf(question, world.catalogue),
      verdict: judge(question, answer, world.catalogue),
      outcome: answer.outcome,
      confidence: answer.confidence,
      shown: named?.service ?? answer.services[0]?.id ?? answer.organisations[0]?.id ?? null,
      lacks: answer.answers.some(({ unknown }) => unknown.some((kind) => !question.asks?.includes(kind))),
      opponents: opponents.map((opponent) => ofOpponent(opponent, text, question, world)),
    }
  })
}

/** An opponent only ranks: it abstains by finding nothing, and never asks. */
function ofOpponent({ rank }: Opponent, text: string, question: Question, { catalogue }: World): OpponentVerdict {
  const hits = rank(text, question.city)
  const ids = hits.map(({ id }) => id)
  const first = ranksFirst(ids, question, catalogue, 1)
  const named = question.outcome === 'answer' || question.outcome === 'clarify' || question.outcome === 'referred'
  return {
    first,
    third: ranksFirst(ids, question, catalogue, 3),
    right: named ? first : question.outcome === 'abstain' && ids.length === 0,
    score: hits[0]?.score ?? 0,
  }
}
