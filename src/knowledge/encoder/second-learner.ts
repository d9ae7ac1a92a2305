import { workerData } from 'node:worker_threads'
import { openRoom } from './kernels.ts'
import { learner } from './learner.ts'
import { type Given, signal } from './train.ts'

/** The second learner, in a thread of its own: it waits for its half of a batch, learns it, and says so. */

const { schooling, numbers, gradient, shared, batch, state, seed } = workerData as Given
const learn = learner(schooling, [numbers, gradient], openRoom(shared), seed)
for (let turn = 1; ; turn++) {
  Atomics.wait(state, signal.turn, turn - 1)
  const size = Atomics.load(state, signal.size)
  if (size < 0) break
  learn(batch.subarray(0, size), 1 / Atomics.load(state, signal.batch))
  Atomics.store(state, signal.done, turn)
  Atomics.notify(state, signal.done)
}
