import type { UnknownKind } from './ask.ts'
import type { Outcome } from './outcome.ts'

/**
 * What a conversation remembers between turns: ids and kinds, never a citizen's words. Plain JSON, kept with the
 * conversation and erased with it.
 */
export type Memory = {
  city: string | null
  lang: 'nl' | 'fr' | 'en' | null
  /** What the last reply was about, best first: service, referral or `organisation:<id>`. */
  targets: string[]
  /** Facts that were asked for last. */
  asked: UnknownKind[]
  outcome: Outcome | null
  /** Choices that the last reply offered, in order: a typed number picks one. */
  offered: { id: string; label: string }[]
  /** Times in a row that we did not understand. */
  failures: number
}

export const noMemory: Memory = {
  city: null,
  lang: null,
  targets: [],
  asked: [],
  outcome: null,
  offered: [],
  failures: 0,
}
