import type { AskOutput } from '../../core/ask.ts'
import type { Catalogue } from '../../core/catalogue.ts'
import type { UnknownKind } from '../../core/unknown-kinds.ts'
import { cityOf } from '../../dialogue/targets.ts'

/** A question with what counts as right: any of `expected`, in the way that `outcome` tells. */
export type Question = {
  id: string
  text: string
  lang: string
  city: string | null
  expected: string[]
  outcome: 'answer' | 'clarify' | 'ask_city' | 'referred' | 'abstain' | 'about' | 'crisis'
  set: string
  tags: string[]
  /** Kinds of fact that it asks for beside the page; absent where no reader noted them. */
  asks?: UnknownKind[] | undefined
}

export type Verdict = {
  /** The right thing stands first: as the answer, among the needs, or as the first choice of a question. */
  first: boolean
  /** It stands among the first three. */
  third: boolean
  /** First, without a question. */
  atOnce: boolean
  asked: boolean
  abstained: boolean
  /** A page, steps or another body was named, without a question. */
  answered: boolean
  /** Answered with something else. */
  wrong: boolean
}

/** Holds one answer against its question. */
export function judge(question: Question, answer: AskOutput, catalogue: Catalogue): Verdict {
  const asked = answer.outcome.startsWith('clarifying')
  const abstained = answer.outcome.startsWith('unanswerable')
  const first = isRight(question, answer, catalogue, 1)
  const third = first || isRight(question, answer, catalogue, 3)
  const answered = answer.outcome === 'answered' || answer.outcome === 'answered.steps' || answer.outcome === 'referred'
  return { first, third, atOnce: first && !asked, asked, abstained, answered, wrong: answered && !first }
}

function isRight(question: Question, answer: AskOutput, catalogue: Catalogue, depth: number): boolean {
  const { outcome, expected, tags } = question
  if (outcome === 'ask_city') return answer.outcome === 'clarifying.city'
  if (outcome === 'crisis' || outcome === 'about')
    return answer.outcome === (outcome === 'about' ? 'answered.about' : 'crisis')
  if (outcome === 'referred') return answer.outcome === 'referred' && expected.includes(answer.services[0]?.id ?? '')
  if (outcome === 'abstain' && tags.includes('group:fact'))
    return admits(answer, wanted(expected, catalogue), catalogue)
  if (outcome === 'abstain')
    return (
      !answer.outcome.startsWith('clarifying') && answer.outcome !== 'answered' && answer.outcome !== 'answered.steps'
    )
  return namesOne(answer, wanted(expected, catalogue), depth, catalogue)
}

/** An id counts for the broader one that is expected. */
export function wanted(expected: string[], { cities }: Catalogue): Set<string> {
  const narrower = Object.values(cities).flatMap(({ services }) =>
    Object.values(services).flatMap(({ id, broader }) => (broader && expected.includes(broader) ? [id] : [])),
  )
  return new Set([...expected, ...narrower])
}

function namesOne(answer: AskOutput, ids: Set<string>, depth: number, catalogue: Catalogue): boolean {
  if (answer.outcome.startsWith('unanswerable') || answer.outcome === 'answered.about' || answer.outcome === 'crisis')
    return false
  const shown = answer.outcome.startsWith('clarifying') ? [] : shownBy(answer, catalogue)
  const ranked = [
    ...answer.services.slice(0, depth).map(({ id }) => id),
    ...(answer.services.length === 0 ? answer.organisations.slice(0, depth).map(({ id }) => id) : []),
  ]
  return [...shown, ...ranked].some((id) => ids.has(id))
}

/**
 * Pages that the answers show, and bodies where they show no page. A body that is not for citizens is told of by name, with
 * the way in of who answers for the city: by that name it is known again.
 */
const shownBy = ({ answers, organisations }: AskOutput, catalogue: Catalogue): string[] =>
  answers.flatMap(({ service, organisation, title }) => {
    if (service !== null) return service
    const told = organisations.filter(({ id }) => namesOf(id, catalogue).includes(title)).map(({ id }) => id)
    return [...told, organisation ?? []].flat()
  })

/** The names of a body, one a language. */
const namesOf = (id: string, { cities }: Catalogue): string[] =>
  Object.values(cities[cityOf(id)]?.organisations[id]?.name ?? {}).filter((name) => name !== undefined)

/** A fact that we lack: the page is named with the missing kind, or a fresh fact is shown, or we say that we do not know. */
function admits(answer: AskOutput, ids: Set<string>, catalogue: Catalogue): boolean {
  if (answer.outcome.startsWith('unanswerable')) return true
  const page = ids.size === 0 || shownBy(answer, catalogue).some((id) => ids.has(id))
  const honest = answer.unknown.length > 0 || answer.facts.some(({ stale }) => !stale)
  return answer.outcome === 'answered' && page && honest
}

/** Lines that a page or body answers: the ones on which a ranking can be right. */
export const isAnswerable = ({ outcome }: Question): boolean => outcome === 'answer' || outcome === 'clarify'

/** Whether a ranking of ids has a right one within its first `depth`. */
export function ranksFirst(ids: string[], question: Question, catalogue: Catalogue, depth: number): boolean {
  const right = wanted(question.expected, catalogue)
  return ids.slice(0, depth).some((id) => right.has(id))
}
