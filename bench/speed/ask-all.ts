import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import type { Question } from './questions.ts'

/** Asks through the command line as a user does, npm and start included. Milliseconds, and a hash of what it answered. */
export function askAll(root: string, questions: Question[]): { took: number; hash: string } {
  // A fixed moment: what is stale would else differ from one day to the next.
  const lines = questions.map((question) => JSON.stringify({ ...question, at: '2026-11-21T10:00:00+01:00' }))
  const begun = performance.now()
  const { stdout, status, stderr } = spawnSync('npm', ['run', '-s', 'ask', '--', '--jsonl'], {
    cwd: root,
    input: `${lines.join('\n')}\n`,
    maxBuffer: 256 * 1024 * 1024,
  })
  const took = performance.now() - begun
  if (status !== 0) throw new Error(`npm run ask ended with ${status}: ${stderr}`)
  return { took, hash: createHash('sha256').update(stdout).digest('hex').slice(0, 16) }
}
