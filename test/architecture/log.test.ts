import { describe, expect, it, vi } from 'vitest'
import { log } from '../../src/core/log.ts'
import { filesBelow } from '../fixtures/files.ts'

describe('the log', () => {
  it('is the only one: nothing else in the Worker writes to the console', () => {
    const others = filesBelow('src', 'adapters')
      .filter(({ path }) => path.endsWith('.ts') && !path.startsWith('src/cli/') && path !== 'src/core/log.ts')
      .filter(({ text }) => /\bconsole\s*\./.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
    expect(others.map(({ path }) => path)).toEqual([])
  })

  it('has no place for words: what is no code is left out, and fields that it does not know are too', () => {
    const lines: string[] = []
    const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    const words = 'mijn nummer is 0470 00 00 01'
    log({ event: 'dropped', code: words, adapter: 'web', text: words } as never)
    spy.mockRestore()
    expect(lines.map((line) => JSON.parse(line))).toEqual([{ event: 'dropped', adapter: 'web', code: '?' }])
  })
})
