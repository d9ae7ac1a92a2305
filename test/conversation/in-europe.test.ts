import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWrangler } from '../../src/cli/start/wrangler-toml.ts'
import { inEurope } from '../../src/conversation/in-europe.ts'

describe('where conversations are kept', () => {
  const european = { name: 'in the EU' }
  const binding = { jurisdiction: (name: string) => (name === 'eu' ? european : undefined) }

  it('is the European Union, except on a machine of one’s own', () => {
    expect(inEurope(binding, { local: false })).toBe(european)
    expect(inEurope(binding, { local: true })).toBe(binding)
  })

  it('is so for every binding of wrangler.toml: the Worker reaches none in another way', () => {
    const worker = readFileSync('src/worker.ts', 'utf8')
    for (const { name } of readWrangler(process.cwd()).durable_objects.bindings) {
      const uses = [...worker.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length
      const placed = [...worker.matchAll(new RegExp(`inEurope<\\w+>\\(environment\\.${name}, config\\)`, 'g'))].length
      expect({ name, uses: placed }).toEqual({ name, uses })
      expect(placed).toBeGreaterThan(0)
    }
  })
})
