import * as z from 'zod'
import { prose, recognisedLanguages } from './text.ts'

/**
 * How people ask, by voice. A voice is a way of speaking: leaving one out of the training set tells how well we
 * understand people who speak like nobody we wrote down (`npm run train` prints it).
 */
export const voices = ['zoekbalk', 'spreektaal', 'gewoon', 'verhaal', 'nieuwkomer', 'balie'] as const
export type Voice = (typeof voices)[number]

const lines = z.array(prose)
const byVoice = z.partialRecord(z.enum(voices), lines)
const further = Object.fromEntries(recognisedLanguages.map((language) => [language, lines.optional()])) as Record<
  (typeof recognisedLanguages)[number],
  z.ZodOptional<typeof lines>
>

/** Phrasings by language; nl, fr and en also by voice. */
export const phrasings = z.strictObject({
  nl: byVoice.optional(),
  fr: byVoice.optional(),
  en: byVoice.optional(),
  ...further,
})

/** Names and synonyms of the thing itself, by language: what an official or a search box would call it. */
export const words = z.strictObject({
  nl: z.array(prose).optional(),
  fr: z.array(prose).optional(),
  en: z.array(prose).optional(),
})
