import type { UnknownKind } from './ask.ts'
import type { Outcome } from './outcome.ts'

/** What one reply was about: enough to say it again. */
export type Step = {
  outcome: Outcome
  city: string | null
  /** Targets in the order shown: services, referrals, `organisation:<id>`, `topic:`, `concept:`, `event:`, `about:`. */
  targets: string[]
  /** Kinds of fact that were asked for. */
  asked: UnknownKind[]
  /** Of those the one that only stands in for a detail that no kind names; absent: none. */
  particular?: UnknownKind | null
}

/**
 * What a conversation remembers between turns: ids and kinds, never a citizen's words. Plain JSON, kept with the
 * conversation and erased with it. Labels are our own, from the content.
 */
export type Memory = {
  city: string | null
  lang: 'nl' | 'fr' | 'en' | null
  /** What the last reply was about, in the order shown; after a question what it was about, the likeliest first. */
  targets: string[]
  /** What else it might have been, best first: offered to who says that it was not that. */
  others: string[]
  /** Facts that were asked for last. */
  asked: UnknownKind[]
  /** Of those the one that only stands in for a detail that no kind names; absent: none. */
  particular?: UnknownKind | null
  /** The conversation is about an identity document that is lost or stolen. */
  lostDocument: boolean
  /** They said that they have no internet: people come before pages from then on. */
  offline: boolean
  outcome: Outcome | null
  /** Choices that the last reply offered, in order: a typed number picks one. */
  offered: { id: string; label: string }[]
  /** Times in a row that we did not understand. */
  failures: number
  /** Replies before the last one, the newest last: "back" goes there. */
  trail: Step[]
}

export const noMemory: Memory = {
  city: null,
  lang: null,
  targets: [],
  others: [],
  asked: [],
  lostDocument: false,
  offline: false,
  outcome: null,
  offered: [],
  failures: 0,
  trail: [],
}
