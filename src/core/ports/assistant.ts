import type { AskInput, AskOutput } from '../ask.ts'
import type { Memory } from '../memory.ts'

/** What answers: one question, or one turn of a conversation. */

type Lang = 'nl' | 'fr' | 'en'

export type Assistant = {
  /** Answers one question. Pure: the same input gives the same output. */
  ask(input: AskInput): AskOutput
  /** One turn of a conversation. Pure: what came before is given, and given back with this turn in it. */
  talk(input: TalkInput, memory: Memory | null): { output: AskOutput; memory: Memory }
  /** The answer for a page or choice that was picked: a service, a referral, `organisation:<id>`, or the id of a choice. */
  show(target: string, options: { lang: Lang; city: string | null }): AskOutput
  /** At most five questions that begin like what is being typed, each with the page that it is about. */
  suggest(text: string, city: string, lang: Lang): { label: string; text: string; target: string }[]
  /** What is said to who wants a person: the sentence of that name, with the city's own contact and its ways in. */
  person(sentence: string, options: PersonOptions): AskOutput
  /** A fixed sentence of ours, from `knowledge/common/messages/`, with its values filled in. */
  say(name: string, lang: Lang, city: string | null, values?: Record<string, string>): string
}

/**
 * `values` fill the sentence in; `when` of them may be a moment (ISO), which is said in words. `more`: a sentence that
 * comes after it.
 */
export type PersonOptions = { lang: Lang; city: string | null; values?: Record<string, string>; more?: string }

/** What a person does in a turn: words, or a choice that was offered. */
export type TalkInput = {
  said: { text: string } | { choice: string }
  /** Where the conversation is held; what memory holds is newer. */
  city: string | null
  lang: Lang | null
  /** The moment of the turn, ISO with offset. */
  at: string
}

/**
 * What only colleagues read about a page of an answer, a sentence each: the memo of the desk, what an internal body does.
 * Given to ways in that know a colleague from a citizen, and to no other.
 */
export type ForColleagues = (page: { id: string; title: string }, lang: Lang) => string[]
