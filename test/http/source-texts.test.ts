import { expect, it } from 'vitest'
import { prepareWorker } from '../../src/cli/start/prepare-worker.ts'
import { serve } from '../../src/cli/start/serve.ts'
import { readWrangler } from '../../src/cli/start/wrangler-toml.ts'
import { readSourceTexts } from '../../src/cli/world.ts'
import { configNames } from '../../src/env.ts'
import { freePort } from '../fixtures/free-port.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/** What sources state lies beside the Worker: in the runtime of `npm start` its page shows it, and nobody gets the file. */

const root = process.cwd()

async function firstAnswer(url: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(url).catch(() => null)
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

it('the page of every source shows what it states, and the file is no page', { timeout: 60_000 }, async () => {
  const config = await prepareWorker(root, readWrangler(root), configNames)
  const running = serve(config, { port: await freePort(), dataDir: temporaryFolder() }, {})
  try {
    await firstAnswer(`${running.url}/health`)
    const texts = Object.entries(readSourceTexts())
    expect(texts.length).toBeGreaterThan(0)
    for (const [id, { statements }] of texts) {
      const html = await (await fetch(`${running.url}/bron/${id}`)).text()
      expect(html.split('class="statement"').length - 1, id).toBe(statements.length)
    }
    expect((await fetch(`${running.url}/source-texts.txt`)).status).toBe(404)
    expect((await fetch(`${running.url}/bron/none`)).status).toBe(404)
  } finally {
    running.stop()
    await running.ended
  }
})
