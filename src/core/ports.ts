import type { AskInput, AskOutput } from './ask.ts'

/** What an adapter is given to answer a citizen. */
export type Assistant = {
  /** Answers one question. Pure: the same input gives the same output. */
  ask(input: AskInput): AskOutput
  /** The answer for a page or choice that was picked: a service, a referral, `organisation:<id>`, or the id of a choice. */
  show(target: string, options: { lang: 'nl' | 'fr' | 'en'; city: string | null }): AskOutput
  /** At most five questions that begin like what is being typed. */
  suggest(text: string, city: string, lang: 'nl' | 'fr' | 'en'): { label: string; text: string }[]
}
