import { writeFileSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { analyser } from '../../search/analysis/analyse.ts'
import { packModel } from '../../search/linear/model.ts'
import { type Beside, ended } from './beside.ts'
import { trainIntent } from './models/intent.ts'

/** Runs in a thread of its own, see `learnBeside`. */

const { phrasings, vocabulary, cities, file, state } = workerData as Beside
let how = ended.badly
try {
  writeFileSync(file, packModel(trainIntent(phrasings, cities, analyser(vocabulary))))
  how = ended.well
} finally {
  Atomics.store(state, 0, how)
  Atomics.notify(state, 0)
}
