import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { askOutput } from '../../src/core/ask.ts'

const run = (args: string[], input?: string | Uint8Array) =>
  spawnSync(process.execPath, ['src/cli/ask.ts', ...args], { input, encoding: 'utf8' })
const lines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown)

describe('npm run ask', () => {
  it('prints an answer for people', () => {
    const { stdout, status } = run(['--city', 'gent', 'mijn pas is kwijt, ik moet een nieuwe identiteitskaart'])
    expect(status).toBe(0)
    expect(stdout).toContain('Identiteit en Adres')
    expect(stdout).toContain('Bron:')
  })

  it('names the field when the city is unknown', () => {
    const { stderr, status } = run(['--city', 'atlantis', 'hallo'])
    expect(status).toBe(2)
    expect(stderr).toContain('city:')
  })

  it('answers line by line, in order, and goes on after a bad line', () => {
    const input = Buffer.concat([
      Buffer.from('{"id":"a","text":"ik ben verhuisd","city":"gent"}\n\n{"id":"b","text":""}\nnot json\n'),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from('{"id":"c","text":"rijbewijs kwijt","city":"gent"}'),
    ])
    const { stdout } = run(['--jsonl'], input)
    const found = lines(stdout) as { id: string | null; error?: string }[]
    expect(found).toHaveLength(5)
    expect(askOutput().parse(found[0]).services[0]?.id).toBe('gent/adreswijziging')
    expect(found[1]).toEqual({ id: 'b', error: 'text: it is empty' })
    expect(found[2]?.error).toBe('line: it is not JSON')
    expect(found[3]?.error).toBe('line: it is not UTF-8')
    expect(found[4]?.id).toBe('c')
  })
})
