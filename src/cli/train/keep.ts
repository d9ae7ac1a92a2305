import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { learn, type Sample } from './logistic.ts'

/** Learns weights from samples, writes them to a file of the project and tells what they are. */
export function keepLearned(root: string, file: string, samples: Sample[]): void {
  const learned = learn(samples)
  writeFileSync(join(root, file), `${JSON.stringify(learned, null, 2)}\n`)
  console.log(`${file}, learned from ${samples.length} messages:`, learned)
}
