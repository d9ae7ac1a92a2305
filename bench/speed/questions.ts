import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Question = { id: string; text: string; city: string | null }

const sets = ['dev', 'dev-2']

/** So many questions of the sets that we develop on, the same ones every time. */
export function questionsOf(root: string, count: number): Question[] {
  const lines = sets.flatMap((set) => readFileSync(join(root, `test/relevance/${set}.jsonl`), 'utf8').split('\n'))
  const found = lines.filter(Boolean).map((line) => JSON.parse(line) as Question)
  if (found.length < count) throw new Error(`there are only ${found.length} questions`)
  return found.slice(0, count).map(({ id, text, city }) => ({ id, text, city }))
}
