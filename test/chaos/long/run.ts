import type { Part } from './part.ts'
import { type Progress, readProgress, writeProgress } from './progress.ts'

export type Outcome = Pick<Progress, 'sum' | 'seconds'> & { holds: boolean }

/** Takes the rounds of a part that are left, and tells after each. What was reached stays when it is broken off. */
export async function takeRounds(
  name: string,
  part: Part,
  code: string,
  tell: (line: string) => void,
): Promise<Outcome> {
  const progress = readProgress(name, code)
  tell(`${name}: ${part.rounds} rounds${progress.done > 0 ? `, of which ${progress.done} were done before` : ''}`)
  while (progress.done < part.rounds) {
    const began = performance.now()
    const found = await part.run(progress.done)
    progress.sum = progress.done === 0 ? found : part.add(progress.sum, found)
    progress.done++
    progress.seconds += (performance.now() - began) / 1000
    writeProgress(name, progress)
    tell(`  ${progress.done}/${part.rounds}, ${Math.round(progress.seconds)} s: ${part.measured(progress.sum)}`)
  }
  return { sum: progress.sum, seconds: progress.seconds, holds: part.holds(progress.sum) }
}
