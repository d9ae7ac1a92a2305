import { type Fact, isStale, staleAfter } from '../../core/fact.ts'
import { dayAfter } from '../../core/hours/wall-clock.ts'
import type { Held } from './held.ts'

/** Days ahead within which a fact that goes stale is announced. */
export const ahead = 30

export type State = 'confirmed' | 'stated' | 'stale'

/** What a fact is worth on a day. */
export function stateOf(fact: Pick<Fact, 'kind' | 'statedOn' | 'checkedOn'>, day: string): State {
  if (isStale(fact, day)) return 'stale'
  return fact.checkedOn ? 'confirmed' : 'stated'
}

/** Facts that are fresh today and no longer within so many days, with the day on which that ends. */
export function goingStale(held: Held[], today: string): { held: Held; on: string }[] {
  const until = dayAfter(today, ahead)
  return held
    .flatMap((one) => ({ held: one, on: staleAfter(one.fact) ?? '' }))
    .filter(({ on }) => today < on && on <= until)
    .sort((a, b) => a.on.localeCompare(b.on))
}
