import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import * as z from 'zod'
import { unknownKinds } from '../../core/unknown-kinds.ts'
import { readKnowledge } from '../../knowledge/read.ts'
import type { Question } from './judge.ts'

export type QuestionSet = { name: string; questions: Question[] }

const folder = 'test/relevance'
const editors = 'questions.yaml'
/** Sets that nobody tuned on, and that nobody may come to know by accident: they run only when they are named. */
export const isHeldOut = (name: string): boolean => name.includes('heldout')

/**
 * Question sets, by their names in `test/relevance` (`dev`), as paths or as patterns (`test/relevance/dev*.jsonl`), and
 * `questions.yaml` for the editors' own. Nothing named: all but the held-out ones. @throws when a name finds nothing.
 */
export function questionSets(root: string, names: string[] = []): QuestionSet[] {
  if (names.length > 0)
    return names.flatMap((name) => (name === editors ? editorsQuestions(root) : fromFiles(root, name)))
  return [...fromFiles(root, '!(heldout)*'), editorsQuestions(root)]
}

function fromFiles(root: string, name: string): QuestionSet[] {
  const pattern = name.endsWith('.jsonl') ? name : join(folder, `${name}.jsonl`)
  const files = globSync(pattern, { cwd: root }).sort()
  if (files.length === 0) throw new Error(`no questions in ${pattern}`)
  return files.map((file) => ({ name: basename(file, '.jsonl'), questions: readLines(resolve(root, file), question) }))
}

const question = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.string(),
  city: z.string().nullable(),
  expected: z.array(z.string()),
  outcome: z.enum(['answer', 'clarify', 'ask_city', 'referred', 'abstain', 'about', 'crisis']),
  set: z.string().default(''),
  tags: z.array(z.string()).default([]),
  asks: z.array(z.enum(unknownKinds)).optional(),
})

/** One JSON value a line. @throws with file, line and field, never with what a line says. */
export function readLines<T>(path: string, shape: z.ZodType<T>): T[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return []
    const parsed = shape.safeParse(asJson(line))
    if (parsed.success) return [parsed.data]
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'not JSON').join(', ')
    throw new Error(`${path}:${at + 1}: ${fields}`)
  })
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The editors' own questions, from every `questions.yaml`. */
function editorsQuestions(root: string): QuestionSet {
  const { knowledge } = readKnowledge(join(root, 'knowledge'))
  const questions = knowledge.cities.flatMap(({ slug, questions }) =>
    questions.map(({ text, lang, expect, outcome }, at) => ({
      id: `${slug}-${at + 1}`,
      text,
      lang,
      city: slug,
      expected: [expect ?? []].flat(),
      outcome: (outcome ?? 'answer') as Question['outcome'],
      set: `questions ${slug}`,
      tags: [],
    })),
  )
  return { name: editors, questions }
}

/** Several sets as one, for figures that need many lines. */
export const together = (sets: QuestionSet[]): QuestionSet => ({
  name: sets.map(({ name }) => name).join(' + '),
  questions: sets.flatMap(({ questions }) => questions),
})
