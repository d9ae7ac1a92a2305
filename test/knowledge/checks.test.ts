import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkKnowledge } from '../../src/knowledge/check/check.ts'
import { type Problem, report } from '../../src/knowledge/problem.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { apply } from './breaks/breaking.ts'
import { colour } from './breaks/colours.ts'
import { references } from './breaks/references.ts'
import { words } from './breaks/words.ts'

const breaks = [...references, ...words, ...colour]
const copies: string[] = []
afterAll(() => {
  for (const folder of copies) rmSync(folder, { recursive: true, force: true })
})

/** A copy of the content, to break. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'))
  copies.push(folder)
  cpSync('knowledge', folder, { recursive: true })
  return folder
}

function problemsOf(root: string): Problem[] {
  const { knowledge, problems } = readKnowledge(root)
  return [...problems, ...checkKnowledge(knowledge)]
}

const today = problemsOf('knowledge')

describe('the content of today', () => {
  it('has no problems', () => expect(report(today)).toBe(''))
})

/** All mistakes at once: each must be told, and nothing else. */
describe('a mistake in the content is told with its file and field', () => {
  const root = copy()
  for (const one of breaks) apply(one, root)
  const problems = problemsOf(root)

  it.each(breaks)('$what: $file, $field', ({ file, field, says }) => {
    const told = problems.filter((problem) => problem.file === file && problem.field === field)
    expect(told.map(({ message }) => message).join('\n')).toMatch(says)
  })

  it('tells nothing of what is right', () => {
    const expected = new Set([...breaks, ...today].map(({ file, field }) => `${file} ${field}`))
    expect(problems.filter(({ file, field }) => !expected.has(`${file} ${field}`))).toEqual([])
  })
})

describe('a file that cannot be read is told, and the others are read', () => {
  const root = copy()
  writeFileSync(join(root, 'gent/services/reispas.yaml'), 'id: [gent')
  writeFileSync(join(root, 'gent/services/kids-id.yaml'), 'id: Gent/Kids ID\nlabel: geen\n')
  rmSync(join(root, 'jette/locations.yaml'))
  const { knowledge, problems } = readKnowledge(root)
  const told = (file: string): Problem[] => problems.filter((problem) => problem.file === file)

  it('that is no YAML', () => expect(told('gent/services/reispas.yaml')[0]?.message).toMatch(/geen geldige YAML/))
  it('that is missing', () => expect(told('jette/locations.yaml')[0]?.message).toMatch(/ontbreekt/))
  it('that lacks fields or writes one wrong', () => {
    const fields = told('gent/services/kids-id.yaml').map(({ field }) => field)
    expect(fields).toEqual(expect.arrayContaining(['id', 'organisation', 'answer', 'channels', 'sources']))
  })
  it('leaves out only those', () => {
    expect(new Set(problems.map(({ file }) => file)).size).toBe(3)
    expect(knowledge.cities.find(({ slug }) => slug === 'gent')?.services.length).toBeGreaterThan(50)
  })
})
