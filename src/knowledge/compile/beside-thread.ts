import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { packModel } from '../../search/linear/model.ts'
import { type Beside, ended } from './beside.ts'
import { type Lesson, lessonsOf } from './learn.ts'

/** Runs in a thread of its own, see `learnBeside`. */

const { content, names, folder, state } = workerData as Beside
let how = ended.badly
try {
  const lessons = lessonsOf(content)
  for (const name of names) writeFileSync(join(folder, `${name}.bin`), packModel((lessons[name] as Lesson).train()))
  how = ended.well
} finally {
  Atomics.store(state, 0, how)
  Atomics.notify(state, 0)
}
