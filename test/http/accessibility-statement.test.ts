import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildAccessibility } from '../../src/cli/accessibility/build.ts'
import type { Accessibility } from '../../src/core/accessibility.ts'
import { createApp } from '../../src/http/app.ts'
import { wordsOf } from '../fixtures/form.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { partsFixture, worldFixture } from '../fixtures/world.ts'

/** The statement of a city: what people found, what programs found, and where complaints go. */

const cities = Object.values(worldFixture().catalogue.cities)
const bilingual = cities.find(({ languages }) => languages.unknown === 'all-official')
const record = `date: 2027-03-01
by: Toegankelijk Vlaanderen
conformance: partial
failures:
  - { nl: De kaart is er alleen als link., fr: La carte n'est qu'un lien., en: The map is only a link. }
results:
  - { technology: NVDA, task: ask, passed: true, heard: 'Assistent: Maak een afspraak' }
`

/** What the build makes of the folder with records, on a day. */
function built(files: Record<string, string>, today = '2027-06-01'): Accessibility {
  const root = temporaryFolder()
  mkdirSync(join(root, 'docs/accessibility/records'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'docs/accessibility', name), text)
  return buildAccessibility(root, today)
}

async function statement(city: string | undefined, known: Accessibility): Promise<string> {
  const app = createApp(partsFixture({ accessibility: () => known }))
  return (await app.request(`/${city}/toegankelijkheid`)).text()
}

describe('without a record', () => {
  it.each(cities.map(({ id }) => id))('%s is not assessed, whatever a program found', async (city) => {
    const checked = '{ "date": "2027-05-01", "tool": "axe-core 4.10", "cases": 438, "violations": 0 }'
    const html = await statement(city, built({ 'automated.json': checked }))
    expect(html).toContain('Status: niet beoordeeld')
    expect(wordsOf(html)).toContain('1 mei 2027 zocht axe-core 4.10 in 438 toestanden')
    expect(html).toContain('dit is geen beoordeling')
  })

  it('names whom a complaint goes to, by the law of the region', async () => {
    for (const { id, region } of cities) {
      const html = await statement(id, built({}))
      expect(html).toContain(region === 'brussel' ? 'www.ombuds.brussels' : 'www.vlaamseombudsdienst.be')
    }
  })

  it('is in both languages where they count the same', async () => {
    const html = await statement(bilingual?.id, built({}))
    for (const words of ['Status: niet beoordeeld', 'Statut : non évalué']) expect(html).toContain(words)
  })
})

describe('a record', () => {
  it('says who tested, when, and what does not meet the standard', async () => {
    const html = await statement(bilingual?.id, built({ 'records/2027-03-01.yaml': record }))
    for (const words of [
      'voldoet gedeeltelijk',
      'Toegankelijk Vlaanderen',
      '1 maart 2027',
      '1 mars 2027',
      'De kaart is',
    ])
      expect(html).toContain(words)
    expect(html).not.toContain('niet beoordeeld')
  })

  it('counts when it is the newest', () => {
    const older = record.replace('2027-03-01', '2026-12-01').replace('partial', 'none')
    expect(built({ 'records/a.yaml': record, 'records/b.yaml': older }).record?.conformance).toBe('partial')
  })

  it('of more than 12 months fails the build, and says what to do', () => {
    expect(built({ 'records/a.yaml': record }, '2028-03-01').record).not.toBeNull()
    expect(() => built({ 'records/a.yaml': record }, '2028-03-02')).toThrow(/a\.yaml: date: .*12 months.*protocol\.md/)
  })

  it.each([
    ['a day to come', record.replace('2027', '2029'), /has not come yet/],
    ['no results', record.replace(/results:[\s\S]*/, 'results: []\n'), /results: write down/],
    ['no failures though it is partial', record.replace(/failures:\n.*\n/, 'failures: []\n'), /failures: say what/],
    ['no day', record.replace('2027-03-01', 'lente 2027'), /date: write a day/],
  ])('with %s fails the build', (_, text, told) => {
    expect(() => built({ 'records/a.yaml': text })).toThrow(told)
  })
})
