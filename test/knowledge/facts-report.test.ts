import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coverageTable } from '../../src/cli/facts/coverage-table.ts'
import { factsReport } from '../../src/cli/facts/report.ts'
import type { Fact } from '../../src/core/fact.ts'
import { goingStale } from '../../src/knowledge/facts/aging.ts'
import { coverage } from '../../src/knowledge/facts/coverage.ts'
import { heldFacts } from '../../src/knowledge/facts/held.ts'
import { isCompanyNumber, malformed } from '../../src/knowledge/facts/numbers.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'

const { knowledge } = readKnowledge('knowledge')
const today = '2026-11-21'

describe('numbers and links', () => {
  const check = (kind: Fact['kind'], value: string): string | undefined => malformed({ kind, value })

  it.each(['0212 214 125', '0207 451 227', '0212.214.125'])('%s is a company number and no phone', (number) => {
    expect(isCompanyNumber(number)).toBe(true)
    expect(check('phone', number)).toMatch(/ondernemingsnummer/)
    expect(check('cost', `bel ${number}`)).toMatch(/ondernemingsnummer/)
  })

  it.each(['09 210 10 10', '03 22 11 333', '016 27 21 90', '0800 13 500', '1813', '112', '116 000', '00800 2123 2123'])(
    '%s is a phone number',
    (number) => expect(check('phone', number)).toBeUndefined(),
  )

  it.each([
    ['phone', '09 210 10'],
    ['phone', '012345'],
    ['phone', 'geen nummer'],
    ['url', 'stad.gent'],
    ['url', 'https://stad'],
    ['form', 'javascript:alert(1)'],
    ['email', 'info(at)gent.be'],
  ] as const)('%s %s is refused', (kind, value) => expect(check(kind, value)).toBeTruthy())

  it('are all right today', () => {
    expect(heldFacts(knowledge).flatMap(({ fact }) => malformed(fact) ?? [])).toEqual([])
  })
})

describe('what goes stale', () => {
  const fact = (statedOn: string): Fact => ({
    id: statedOn,
    kind: 'cost',
    value: '1',
    source: { title: 'x', url: null },
    statedOn,
    checkedOn: null,
  })
  const held = (statedOn: string) => ({ fact: fact(statedOn), city: 'gent', owner: 'gent/media', file: 'x' })

  it('is told thirty days ahead, and not later than it happens', () => {
    const dates = ['2025-11-20', '2025-11-21', '2025-11-22', '2025-12-21', '2025-12-22', '2026-05-01']
    expect(goingStale(dates.map(held), today).map(({ held: one, on }) => [one.fact.statedOn, on])).toEqual([
      ['2025-11-22', '2026-11-22'],
      ['2025-12-21', '2026-12-21'],
    ])
  })

  it('every fact has an owner', () => {
    const bodies = new Set(knowledge.cities.flatMap(({ organisations }) => organisations.map(({ id }) => id)))
    const unowned = heldFacts(knowledge).filter(({ city, owner }) => city !== 'common' && !bodies.has(owner))
    expect(unowned).toEqual([])
  })
})

describe('npm run facts', () => {
  it('tells by owner what is stale, and where sources disagree', () => {
    const { text, wrong } = factsReport(knowledge, today)
    expect(text).toMatch(/Stale today, by owner\n(?: {2}.+: \d+ .*\n)* {2}gent\/identiteit-adres: \d+ \(/)
    expect(text).toContain('antwerpen aantal-districten: "Antwerpen telt tien districten')
    expect(text).toContain('leuven telefoon-uren')
    expect(wrong).toBe(0)
  })

  it('warns a year before the table of holidays ends', () => {
    expect(factsReport(knowledge, `${knowledge.holidays.years.through - 2}-01-01`).text).toContain('Holidays\n  none')
    expect(factsReport(knowledge, `${knowledge.holidays.years.through - 1}-01-01`).text).toContain(
      'raise years.through',
    )
  })

  it('runs on the command line', () => {
    const run = (...args: string[]): string => execFileSync('node', ['src/cli/facts.ts', ...args], { encoding: 'utf8' })
    expect(run()).toContain('Sources that speak against each other')
    expect(run('--sheet', 'jette')).toContain('nagekeken op (dag-maand-jaar)')
  }, 60_000)
})

describe('docs/coverage.md', () => {
  it('is what the content says on its day', () => {
    const page = readFileSync('docs/coverage.md', 'utf8')
    const day = /for (\d{4}-\d\d-\d\d)/.exec(page)?.[1] ?? ''
    expect(page).toBe(coverageTable(coverage(knowledge, day), day))
  })

  it('counts each service once in each column', () => {
    for (const { services, cells } of coverage(knowledge, today))
      for (const cell of Object.values(cells))
        expect(Object.values(cell).reduce((sum, count) => sum + count, 0)).toBe(services)
  })
})
