import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundle } from '../../../src/cli/start/bundle.ts'
import { readWrangler } from '../../../src/cli/start/wrangler-toml.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

test('the Worker is bundled in ASCII, which is read as bytes: one other sign makes every letter two', async () => {
  const folder = temporaryFolder()
  await bundle(process.cwd(), readWrangler(process.cwd()), folder)
  const code = readFileSync(join(folder, 'worker.js'), 'utf8')
  // The bundler writes other signs of strings by number, but leaves expressions and raw templates as they are.
  expect(code.match(/.{0,40}[^\n\t\x20-\x7e].{0,20}/gu)).toBeNull()
})
