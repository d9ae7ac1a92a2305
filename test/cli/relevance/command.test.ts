import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { worldFixture } from '../../fixtures/world.ts'

const [city] = Object.values(worldFixture().catalogue.cities)
const page = Object.values(city?.services ?? {})[0]
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['src/cli/relevance.ts', '--alone', ...args], { encoding: 'utf8' })

const question = (id: string, text: string, expected: string[]) => ({
  id,
  text,
  lang: 'nl',
  city: city?.id,
  expected,
  outcome: 'answer',
  tags: ['len:short'],
})

function written(name: string, lines: unknown[]): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return file
}

describe('npm run relevance', { timeout: 60_000 }, () => {
  it('tells how a set of questions went, group by group', () => {
    const lines = Array.from({ length: 6 }, (_, at) => question(`q${at}`, page?.name.nl ?? '', [page?.id ?? '']))
    const { stdout, status } = run('--set', written('small.jsonl', lines))
    expect(status).toBe(0)
    for (const heading of ['# small: 6 questions', '## Against the goals', '## The worst confusions'])
      expect(stdout).toContain(heading)
    expect(stdout).toMatch(new RegExp(`city ${city?.id} +6 +\\d+\\.\\d \\[`))
    expect(stdout).toContain('two typing errors')
    expect(stdout).toContain('expected calibration error')
  })

  it('says by id what was missed, and of a held-out set never in words', () => {
    const lines = [question('q-missed', 'zwartbonte zeppelinvlucht boven het dak', ['nergens/niets'])]
    expect(run('--missed', '--set', written('open.jsonl', lines)).stdout).toContain('zeppelinvlucht')
    const { stdout } = run('--missed', '--set', written('heldout-x.jsonl', lines))
    expect(stdout).toContain('q-missed')
    expect(stdout).not.toContain('zeppelinvlucht')
  })

  it('names file, line and field of a line that is no question, and none of its words', () => {
    const file = written('wrong.jsonl', [{ ...question('q1', 'geheime woorden', []), lang: 3 }])
    const { stderr, status } = run('--set', file)
    expect(status).not.toBe(0)
    expect(stderr).toContain(`${file}:1: lang`)
    expect(stderr).not.toContain('geheime')
  })

  it('counts contact types and danger of sets with one label a line', () => {
    const line = (id: string, text: string) => ({ id, text, lang: 'nl', city: city?.id })
    const contacts = written('contacts.jsonl', [
      { ...line('c1', 'welke papieren heb ik nodig om te trouwen'), contactType: 'information' },
    ])
    const danger = written('danger.jsonl', [
      { ...line('d1', 'ik wil niet meer leven, ik maak er een eind aan'), crisis: 'suicide' },
      { ...line('d2', 'mijn gsm is dood'), crisis: null },
    ])
    const small = written('small.jsonl', [question('q1', page?.name.nl ?? '', [page?.id ?? ''])])
    const { stdout } = run('--set', small, '--contact-types', contacts, '--crisis', danger)
    expect(stdout).toMatch(/contact type right +1 +100\.0/)
    expect(stdout).toMatch(/crisis caught +1 +100\.0 \[20\.\d, 100\.0\]/)
    expect(stdout).toMatch(/disturbed without danger +1 +0\.0/)
  })
})
