import type { AskInput, UnknownKind } from '../core/ask.ts'
import type { ContactType, Place, Sentence } from '../core/catalogue.ts'
import type { Language, WrittenLanguage } from '../core/language.ts'
import type { Memory } from '../core/memory.ts'
import type { Outcome } from '../core/outcome.ts'
import type { PersonalDataKind } from '../core/personal-data.ts'
import type { Candidate } from '../search/match.ts'

/** One thing that the citizen wants, with what it may be about. `known`: share of its terms that the content knows. */
export type Need = { text: string; candidates: Candidate[]; confidence: number; known: number }

/** What a turn has found out so far; each step reads it and gives back a fuller one. */
export type Turn = {
  input: AskInput
  /** The message without personal data. */
  text: string
  personalData: PersonalDataKind[]
  /** Moment of the question, ISO with offset. */
  at: string
  language: Language
  /** Language of the reply. */
  lang: WrittenLanguage
  city: string | null
  /** The city was named in the text, and differs from the one that was given. */
  cityFromText: boolean
  district: Place | null
  /** Districts that may be meant: several under one postcode. */
  districts: Place[]
  /** A place named in the text that is not ours. */
  elsewhere: Place | null
  /** Places of one name in several municipalities, of which one must be chosen. */
  homonym: { name: string; places: Place[]; elsewhere: string[] } | null
  contactType: ContactType
  /** Kinds of fact that are asked for. */
  asks: UnknownKind[]
  /** The one of them that stands for a detail which no page tells ("vanaf welke leeftijd?"). */
  particular: UnknownKind | null
  /** Day that a question about hours names, `YYYY-MM-DD`. */
  askedDay: string | null
  /** Asks whether something is open, to be answered with yes or no. */
  yesOrNo: boolean
  /** The citizen has no internet or no way with it: a phone or a counter comes first. */
  offline: boolean
  /** Organisations that the message names, in any city. */
  named: string[]
  /** The identity document is lost or stolen. */
  lostDocument: boolean
  needs: Need[]
  /** What the conversation remembers; null for a question that stands alone. */
  memory: Memory | null
  /** Id of a choice that was picked instead of typed. */
  choice: string | null
  /** The message leans on what went before: its subject comes from memory. */
  followsUp: boolean
  decision: Decision | null
}

/** How the turn ends, and with what. */
export type Decision = {
  outcome: Outcome
  /** Pages or bodies to show, in order: service ids, `organisation:<id>`, `topic:<concept>`, referral ids. */
  targets: string[]
  /** Crisis kind, life event, about page. */
  subject?: string
  choices?: { id: string; label: string }[]
  /** The question to ask, when content has one of its own. */
  question?: Sentence
  /** Name of a message that is said in place of the usual one for this outcome, or beside the answers. */
  say?: string
  /** We did not understand: a second time in a row a person is offered. */
  failed?: boolean
}
