import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { untilHealthy } from '../../../src/cli/start/health.ts'
import { prepareWorker } from '../../../src/cli/start/prepare-worker.ts'
import { serve } from '../../../src/cli/start/serve.ts'
import { readWrangler } from '../../../src/cli/start/wrangler-toml.ts'
import { freePort } from '../../fixtures/free-port.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

/** A project whose wrangler.toml declares a Durable Object, as ours will. It counts visits, and shows its variables. */
const toml = `
name = "counting"
main = "src/worker.js"
compatibility_date = "2026-10-01"
[[durable_objects.bindings]]
name = "COUNTER"
class_name = "Counter"
[[migrations]]
tag = "v1"
new_sqlite_classes = ["Counter"]
[[rules]]
type = "Text"
globs = ["**/*.txt"]
`
const worker = `
import { DurableObject } from 'cloudflare:workers'
import greeting from '../content/greeting.txt'
export class Counter extends DurableObject {
  visit() {
    this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS visits (at TEXT); INSERT INTO visits VALUES (1)')
    return this.ctx.storage.sql.exec('SELECT count(*) AS visits FROM visits').one().visits
  }
}
export default {
  async fetch(request, { COUNTER, ...variables }) {
    return Response.json({ visits: await COUNTER.getByName('one').visit(), greeting, variables })
  },
}
`

test('state survives a restart, and the Worker gets its named variables only', async () => {
  const root = project()
  const config = await prepareWorker(root, readWrangler(root), ['GIVEN', 'MISSING'])
  const visit = async (): Promise<unknown> => {
    const running = serve(
      config,
      { port: await freePort(), dataDir: join(root, 'data') },
      { GIVEN: 'yes', OTHER: 'no' },
    )
    const answer = await untilHealthy(running)
    running.stop()
    await running.ended
    return answer
  }
  const variables = { LOCAL_RUN: '1', GIVEN: 'yes', MISSING: null }
  expect(await visit()).toEqual({ visits: 1, greeting: 'goeiedag', variables })
  expect(await visit()).toEqual({ visits: 2, greeting: 'goeiedag', variables })
  expect(readdirSync(join(root, 'data', 'objects'))).toEqual(['counting-Counter'])
})

test('content that changed is served, though the code is bundled already', async () => {
  const root = project()
  const greeting = async (): Promise<unknown> => {
    const config = await prepareWorker(root, readWrangler(root), [])
    const running = serve(config, { port: await freePort(), dataDir: join(root, 'data') }, {})
    const answer = await untilHealthy(running)
    running.stop()
    await running.ended
    return Reflect.get(answer, 'greeting')
  }
  expect(await greeting()).toBe('goeiedag')
  writeFileSync(join(root, 'content', 'greeting.txt'), 'goedenavond')
  expect(await greeting()).toBe('goedenavond')
})

function project(): string {
  const root = temporaryFolder()
  mkdirSync(join(root, 'src'))
  mkdirSync(join(root, 'content'))
  writeFileSync(join(root, 'wrangler.toml'), toml)
  writeFileSync(join(root, 'src', 'worker.js'), worker)
  writeFileSync(join(root, 'content', 'greeting.txt'), 'goeiedag')
  return root
}
