import type { Texts } from './language.ts'

export type FactKind =
  | 'cost'
  | 'hours'
  | 'phone'
  | 'address'
  | 'email'
  | 'form'
  | 'url'
  | 'term'
  | 'documents'
  | 'appointment'
  | 'rule'
  | 'structure'

/** A value with where it comes from. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type Fact = {
  id: string
  kind: FactKind
  label?: Texts | undefined
  value: string | Texts
  source: { title: string; url: string | null }
  /** Date of the page or document; null when unknown, which counts as stale. */
  statedOn: string | null
  /** Day on which a person of the owning city confirmed it; null until then. */
  checkedOn: string | null
}

/** Months after which a fact of a kind is stale: the longer a kind tends to stay true, the more. */
const freshMonths: Record<FactKind, number> = {
  cost: 12,
  hours: 6,
  phone: 24,
  address: 36,
  email: 24,
  form: 24,
  url: 24,
  term: 12,
  documents: 12,
  appointment: 12,
  rule: 12,
  structure: 12,
}

/**
 * First day on which a fact counts as stale, `YYYY-MM-DD`, from the day it was confirmed or else the first day of the
 * period in which its page was dated; null when neither is known.
 */
export function staleAfter({
  kind,
  statedOn,
  checkedOn,
}: Pick<Fact, 'kind' | 'statedOn' | 'checkedOn'>): string | null {
  const from = checkedOn ?? statedOn
  if (!from) return null
  const [year = '', month = '01', day = '01'] = from.split('-')
  const limit = new Date(Date.UTC(Number(year), Number(month) - 1 + freshMonths[kind], Number(day)))
  return limit.toISOString().slice(0, 10)
}

/** Of the facts of the content, which never change: each is shown again and again. */
const limits = new WeakMap<object, { limit: string | null }>()

/** Whether a fact may no longer be shown as today's truth. `at` is an ISO moment. */
export function isStale(fact: Pick<Fact, 'kind' | 'statedOn' | 'checkedOn'>, at: string): boolean {
  const known = limits.get(fact) ?? { limit: staleAfter(fact) }
  limits.set(fact, known)
  const { limit } = known
  return limit === null || at.slice(0, 10) >= limit
}
