import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dangerSigns, heard } from '../../dialogue/danger/danger-signs.ts'
import type { World } from '../../dialogue/world.ts'
import type { Question } from '../relevance/judge.ts'
import type { Sample } from './logistic.ts'

const lineSchema = z.object({
  text: z.string(),
  city: z.string().nullable(),
  crisis: z.string().nullable().default(null),
})

/** A message of such a file without danger counts as so many questions: it sounds like danger, or reports something bad. */
const lookalike = 3

/** Messages of danger, what only sounds like it, and reports and complaints, from files that nobody wrote as content. */
export function dangerSamples(root: string, files: string[], world: World): Sample[] {
  return files.flatMap((file) =>
    readFileSync(join(root, 'test/dialogue', file), 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const { text, city, crisis } = lineSchema.parse(JSON.parse(line))
        const sample = sampleOf(text, city, crisis !== null, world)
        return crisis === null ? Array<Sample>(lookalike).fill(sample) : [sample]
      }),
  )
}

/** Questions, of which a few tell of danger. */
export const dangerOfQuestions = (questions: Question[], world: World): Sample[] =>
  questions.map(({ text, city, outcome }) => sampleOf(text, city, outcome === 'crisis', world))

const sampleOf = (text: string, city: string | null, right: boolean, world: World): Sample => ({
  signs: dangerSigns(text, heard(text, world), city, world),
  right,
})
