import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from '../../../src/knowledge/compile/hash.ts'

/** How far a long proof is. Of other code it is no progress: figures of two programs are figures of none. */
export type Progress = { code: string; done: number; sum: unknown; seconds: number }

const folder = '.generated/chaos'
const fileOf = (part: string): string => join(folder, `${part}.json`)

const proof = ['harness', 'long', 'house.ts', 'kills.ts', 'disorder.ts', 'bad-input.ts', 'bad-input-http.ts']

export const codeNow = (): string =>
  hashOf(process.cwd(), ['src', 'adapters', ...proof.map((name) => `test/chaos/${name}`)])

export function readProgress(part: string, code: string): Progress {
  const none: Progress = { code, done: 0, sum: null, seconds: 0 }
  if (!existsSync(fileOf(part))) return none
  const kept = JSON.parse(readFileSync(fileOf(part), 'utf8')) as Progress
  return kept.code === code ? kept : none
}

export function writeProgress(part: string, progress: Progress): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(part), JSON.stringify(progress))
}

export const forgetProgress = (part: string): void => rmSync(fileOf(part), { force: true })
