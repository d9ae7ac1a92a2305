import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { prepareWorker } from '../../src/cli/start/prepare-worker.ts'
import { serve } from '../../src/cli/start/serve.ts'
import { readWrangler } from '../../src/cli/start/wrangler-toml.ts'
import { configNames } from '../../src/env.ts'

const port = 8799
const dataDir = join(tmpdir(), 'loketwijzer-bench')
const question = { text: 'Ik ben verhuisd, wat moet ik doen?' }

/** The configuration of a Worker, bundled as `npm start` bundles. */
export const preparedWorker = (root: string): Promise<string> => prepareWorker(root, readWrangler(root), configNames)

/** Milliseconds from the spawn to the first answer to a question. */
export async function bootOf(config: string): Promise<number> {
  const begun = performance.now()
  const running = serve(config, { port, dataDir }, {})
  const answer = await firstAnswer(`${running.url}/api/v1/ask`)
  const took = performance.now() - begun
  running.stop()
  await running.ended
  if (answer.status !== 200) throw new Error(`it answered with ${answer.status}`)
  return took
}

async function firstAnswer(url: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    }).catch(() => null)
    if (answer) {
      await answer.arrayBuffer()
      return answer
    }
    await pause(2)
  }
}
