import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readKnowledge } from '../../knowledge/read.ts'
import type { Question } from './judge.ts'

/** Question sets of `test/relevance`, by file name. `heldout-*` are never tuned on. */
export function questionSets(root: string): Map<string, Question[]> {
  const folder = join(root, 'test/relevance')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
  return new Map(files.map((name) => [name.replace('.jsonl', ''), parse(readFileSync(join(folder, name), 'utf8'))]))
}

const parse = (text: string): Question[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Question)

/** The editors' own questions, from every `questions.yaml`. */
export function editorsQuestions(root: string): Question[] {
  const { knowledge } = readKnowledge(join(root, 'knowledge'))
  return knowledge.cities.flatMap(({ slug, questions }) =>
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
}
