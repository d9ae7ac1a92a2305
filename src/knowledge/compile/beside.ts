import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Vocabulary } from '../../search/analysis/vocabulary.ts'
import type { Phrasing } from './examples.ts'

/** What the thread is given; it writes the model to `file`. */
export type Beside = {
  phrasings: Phrasing[]
  vocabulary: Vocabulary
  cities: Record<string, string[]>
  file: string
  /** Room for one number: 0 while it learns, then how it ended. */
  state: Int32Array
}

export const ended = { well: 1, badly: 2 }

/** Longer than any machine needs: then something is wrong, and the caller does it itself. */
const patience = 20 * 60_000

/**
 * Trains the largest model in a thread of its own, while the caller trains the others. Gives what waits for it: false
 * when it did not end well. Null where there is no second processor.
 */
export function learnBeside(given: Omit<Beside, 'state'>): (() => boolean) | null {
  if (availableParallelism() < 2) return null
  const state = new Int32Array(new SharedArrayBuffer(4))
  const thread = new Worker(new URL('beside-thread.ts', import.meta.url), { workerData: { ...given, state } })
  thread.unref()
  return () => {
    Atomics.wait(state, 0, 0, patience)
    return Atomics.load(state, 0) === ended.well
  }
}
