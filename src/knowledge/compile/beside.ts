import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Content } from './learn.ts'

/** What the thread is given; it writes each model to `<name>.bin` in `folder`. */
export type Beside = {
  content: Content
  names: string[]
  folder: string
  /** Room for one number: 0 while it learns, then how it ended. */
  state: Int32Array
}

export const ended = { well: 1, badly: 2 }

/** Longer than any machine needs: then something is wrong, and the caller does it itself. */
const patience = 20 * 60_000

/**
 * Trains some models in a thread of their own, while the caller trains the others. Gives what waits for it: false
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
