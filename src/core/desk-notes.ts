import type { Texts } from './language.ts'

/** What only colleagues read about a page: compiled apart from the catalogue, so that it can never reach a citizen. */
export type DeskNote = {
  /** Sentence to read aloud, at most 25 words. */
  say?: Texts | undefined
  memo?: Texts | undefined
}

/** Notes by the id of their service. */
export type DeskNotes = Record<string, DeskNote>
