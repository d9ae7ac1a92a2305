import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

/** One case that the cities' own texts pose: how it is asked, in six wordings, and what a right answer is. */
const row = z.strictObject({
  id: z.string(),
  city: z.string().nullable(),
  lang: z.enum(['nl', 'fr', 'en']).default('nl'),
  /** The wording of the case itself, and five more that stand nowhere in `knowledge/`. */
  asked: z.string(),
  wordings: z.array(z.string()).length(5),
  /** Ways in which it may end. */
  outcome: z.array(z.string()).min(1),
  /** One of these pages or bodies stands first, or is offered as a choice. */
  services: z.array(z.string()).default([]),
  organisations: z.array(z.string()).default([]),
  /** Choices that must be offered, all of them. */
  choices: z.array(z.string()).default([]),
  /** City that the answer is for. */
  answersFor: z.string().optional(),
  /** Patterns that the reply must hold, whatever the case of the letters. */
  must: z.array(z.string()).default([]),
  never: z.array(z.string()).default([]),
  contactType: z.string().optional(),
  unknown: z.array(z.string()).default([]),
  /** Content without which this row must fail: one entry, or all that would answer as well. */
  entry: z.union([z.string(), z.array(z.string())]).transform((entry) => [entry].flat()),
  /** Where it is shown, when asking alone cannot show it. */
  todo: z.string().optional(),
})
export type Row = z.infer<typeof row>

export const readRows = (file: URL): Row[] => z.array(row).parse(parse(readFileSync(file, 'utf8')))
