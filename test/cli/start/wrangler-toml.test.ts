import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { namespacesOf } from '../../../src/cli/start/durable-objects.ts'
import { readWrangler } from '../../../src/cli/start/wrangler-toml.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

const least = 'name = "x"\nmain = "src/worker.ts"\ncompatibility_date = "2026-10-01"\n'

function reading(toml: string): ReturnType<typeof readWrangler> {
  const root = temporaryFolder()
  writeFileSync(join(root, 'wrangler.toml'), toml)
  return readWrangler(root)
}

describe('wrangler.toml', () => {
  test('our own can be carried over', () => {
    expect(readWrangler(process.cwd())).toMatchObject({ name: 'loketwijzer', main: 'src/worker.ts' })
  })

  test('never holds LOCAL_RUN: only the local start says that a run is local', () => {
    expect(readWrangler(process.cwd()).vars).not.toHaveProperty('LOCAL_RUN')
  })

  test('what only matters to a deployment is passed over', () => {
    expect(reading(`${least}workers_dev = false\n[observability]\nenabled = false\n`).name).toBe('x')
  })

  test('what a local run would lack is told by name', () => {
    expect(() => reading(`${least}[[kv_namespaces]]\nbinding = "KV"\n`)).toThrow(/kv_namespaces/)
  })

  test('files beside the Worker that would be handed out before a sign-in is looked at are refused', () => {
    const assets = '[assets]\ndirectory = "files"\nbinding = "ASSETS"\nhtml_handling = "none"\n'
    expect(() => reading(`${least}${assets}`)).toThrow(/run_worker_first/)
    expect(() => reading(`${least}${assets}run_worker_first = ["/desk/*"]\n`)).toThrow(/run_worker_first/)
    expect(reading(`${least}${assets}run_worker_first = true\n`).assets?.directory).toBe('files')
  })

  test('a mistake in the TOML is told as one', () => {
    expect(() => reading('name = ')).toThrow(/not valid TOML/)
  })

  test('a Durable Object that no migration makes is told', () => {
    const bound = `${least}[[durable_objects.bindings]]\nname = "A"\nclass_name = "Alpha"\n`
    expect(() => namespacesOf(reading(bound))).toThrow(/Alpha.*new_sqlite_classes/)
    const made = reading(`${bound}[[migrations]]\ntag = "v1"\nnew_sqlite_classes = ["Alpha"]\n`)
    expect(namespacesOf(made)).toEqual([{ binding: 'A', className: 'Alpha', uniqueKey: 'x-Alpha', sql: true }])
  })
})
