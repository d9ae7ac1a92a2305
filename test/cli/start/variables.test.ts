import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readSettings } from '../../../src/cli/start/settings.ts'
import { readVariables } from '../../../src/cli/start/variables.ts'
import { configNames } from '../../../src/env.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

describe('the variables of a local run', () => {
  test('.dev.vars.example lists exactly the names of src/env.ts', () => {
    expect(Object.keys(parseEnv(readFileSync('.dev.vars.example', 'utf8'))).sort()).toEqual([...configNames].sort())
  })

  test('the environment wins from .dev.vars, which wins from wrangler.toml; other names stay behind', () => {
    const root = temporaryFolder()
    writeFileSync(join(root, '.dev.vars'), 'A=file\nB="file"\nTYPO=1\n')
    const read = readVariables(root, { B: 'toml', C: 'toml' }, { A: 'environment', PATH: '/bin' }, ['A', 'B', 'C', 'D'])
    expect(read).toEqual({ values: { A: 'environment', B: 'file', C: 'toml' }, unknown: ['TYPO'] })
  })

  test('PORT and DATA_DIR have defaults, and a port that is none is told', () => {
    expect(readSettings({}, '/project')).toEqual({ port: 8787, dataDir: '/project/.data' })
    expect(readSettings({ PORT: '9000', DATA_DIR: '/srv/state' }, '/project')).toEqual({
      port: 9000,
      dataDir: '/srv/state',
    })
    expect(() => readSettings({ PORT: 'http' }, '/project')).toThrow(/PORT: "http"/)
  })
})
