import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataMap } from '../../src/cli/data-map/page.ts'
import { readWrangler } from '../../src/cli/start/wrangler-toml.ts'

describe('the map of what is stored', () => {
  it('is of the tables as the program makes them today: npm run data-map', () => {
    expect(readFileSync('docs/privacy/data-map.md', 'utf8')).toBe(dataMap())
  })

  it('leaves out no kind of object that is deployed', () => {
    const kinds = readWrangler(process.cwd()).durable_objects.bindings.map(({ class_name }) => class_name.toLowerCase())
    expect(kinds.filter((kind) => !dataMap().includes(`## ${kind}\n`))).toEqual([])
  })
})
