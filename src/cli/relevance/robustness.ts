import type { World } from '../../dialogue/world.ts'
import { type Content, crowded, isDistractor } from './crowded.ts'
import type { Distractor } from './distractors.ts'
import { bootstrap, type Share } from './intervals.ts'
import { isAnswerable, type Question } from './judge.ts'
import { askAll, type Line } from './lines.ts'
import type { Opponent } from './opponents.ts'
import { sliceOf } from './slices.ts'
import { withTypingErrors } from './typing-errors.ts'

/** The same lines in two circumstances: right first before and after, and the points that were lost, with their interval. */
export type Comparison = {
  name: string
  n: number
  before: Contestant[]
  after: Contestant[]
  /** Points that we lost, paired line by line. */
  lost: { points: number; low: number; high: number }
  note?: string
}
/** Right first and in the first three; ourselves first, then the opponents. */
export type Contestant = { first: Share; third: Share }

export function compare(name: string, before: Line[], after: Line[], note?: string): Comparison {
  const asked = before.flatMap((line, at) => (isAnswerable(line.question) ? [{ line, other: after[at] as Line }] : []))
  const differences = asked.map(({ line, other }) => Number(line.verdict.first) - Number(other.verdict.first))
  const { mean, low, high } = bootstrap(differences)
  return {
    name,
    n: asked.length,
    before: contestants(asked.map(({ line }) => line)),
    after: contestants(asked.map(({ other }) => other)),
    lost: { points: 100 * mean, low: 100 * low, high: 100 * high },
    ...(note ? { note } : {}),
  }
}

function contestants(lines: Line[]): Contestant[] {
  const { first, third, opponents } = sliceOf('', lines).answerable
  return [{ first, third }, ...opponents]
}

/** Two typing errors in every question. */
export const mistyped = (questions: Question[], world: World, opponents: Opponent[]): Line[] =>
  askAll(questions, world, opponents, ({ text }) => withTypingErrors(text, 2, 20261121))

/** A city full of pages that nobody asks for: the one that most of the questions are about. */
export function inCrowd(
  lines: Line[],
  world: World,
  content: Content,
  distractors: Distractor[],
  opponentsOver: (world: World, phrasings: Content['phrasings']) => Opponent[],
): Comparison {
  const slug = busiestCity(lines.map(({ question }) => question))
  const before = lines.filter(({ question }) => question.city === slug)
  const full = crowded(world, content, slug, distractors)
  const questions = before.map(({ question }) => question)
  const after = askAll(questions, full.world, opponentsOver(full.world, full.phrasings))
  const taken = after.filter(({ shown, verdict }) => !verdict.first && isDistractor(shown)).length
  const where = `questions of ${slug}; of all its ${after.length} questions ${taken} ended at a distractor`
  return compare(`${distractors.length} distractors in the city`, before, after, where)
}

/** The city that most questions are about. */
export function busiestCity(questions: Question[]): string {
  const byCity = Map.groupBy(questions, ({ city }) => city ?? '')
  byCity.delete('')
  return [...byCity].sort((one, other) => other[1].length - one[1].length)[0]?.[0] ?? ''
}
