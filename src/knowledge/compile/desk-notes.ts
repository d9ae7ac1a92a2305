import type { DeskNotes } from '../../core/desk-notes.ts'
import type { Knowledge } from '../read.ts'

/** Memos and sentences to read aloud, of the pages that have any. */
export const compileDeskNotes = ({ cities }: Knowledge): DeskNotes =>
  Object.fromEntries(
    cities
      .flatMap(({ services }) => services)
      .filter(({ value }) => value.memo || value.say)
      .map(({ value }) => [value.id, { say: value.say, memo: value.memo }]),
  )
