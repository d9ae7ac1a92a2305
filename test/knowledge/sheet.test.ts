import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { parse as yaml } from 'yaml'
import { readFiles } from '../../src/knowledge/facts/files.ts'
import { days, type Row, titles, writeSheet } from '../../src/knowledge/facts/sheet.ts'
import { type Imported, importSheet } from '../../src/knowledge/facts/sheet-import.ts'
import { type CityKnowledge, readKnowledge } from '../../src/knowledge/read.ts'
import { locations as locationsSchema } from '../../src/knowledge/schema/city.ts'
import { facts as factsSchema } from '../../src/knowledge/schema/fact.ts'

const { knowledge } = readKnowledge('knowledge')
const cities = knowledge.cities.map(({ slug }) => slug)
const cityOf = (slug: string): CityKnowledge => knowledge.cities.find((city) => city.slug === slug) as CityKnowledge
const today = '2026-11-21'

const rowsOf = (slug: string): Row[] =>
  parse(writeSheet(cityOf(slug)), { columns: true, delimiter: ';', bom: true }) as Row[]

/** Fills in rows as an owner would, and brings the list back. */
function filledIn(slug: string, fill: (row: Row) => Partial<Row>): Imported {
  const rows = rowsOf(slug).map((row) => ({ ...row, ...fill(row) }))
  const csv = stringify(rows, { header: true, columns: [...titles], delimiter: ';', bom: true })
  return importSheet(csv, cityOf(slug), readFiles('knowledge', slug), today)
}

type FactRow = {
  id: string
  value: unknown
  statedOn: string | null
  checkedOn: string | null
  source: { title: string }
}
const factsIn = ({ files }: Imported): FactRow[] => factsSchema.parse(yaml(files.facts)) as FactRow[]
const factIn = (imported: Imported, id: string): FactRow | undefined => factsIn(imported).find((fact) => fact.id === id)

const looked = { 'nagekeken op (dag-maand-jaar)': '20-11-2026' }

describe.each(cities)('the check-list of %s', (slug) => {
  it('holds every fact, and fits in half an hour', () => {
    const codes = rowsOf(slug).map(({ code }) => code)
    for (const { id } of cityOf(slug).facts) expect(codes).toContain(`feit:${id}`)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeLessThanOrEqual(70)
  })

  it('changes nothing when nobody looked', () => {
    const { files, ...rest } = filledIn(slug, () => ({}))
    expect(files).toEqual(readFiles('knowledge', slug))
    expect(rest).toEqual({ confirmed: 0, changed: 0, problems: [] })
  })

  it('brings back the day on which each fact was confirmed, and nothing else', () => {
    const imported = filledIn(slug, (row) =>
      row.code.startsWith('feit:') ? { ...looked, 'klopt het (ja of nee)': 'ja' } : {},
    )
    const before = cityOf(slug).facts
    expect(imported).toMatchObject({ confirmed: before.length, changed: 0, problems: [] })
    expect(factsIn(imported)).toEqual(before.map((fact) => ({ ...fact, checkedOn: '2026-11-20' })))
    expect(imported.files.facts.split('\n').filter((line) => !line.includes('checkedOn'))).toEqual(
      readFiles('knowledge', slug)
        .facts.split('\n')
        .filter((line) => !line.includes('checkedOn')),
    )
  })
})

describe('what an owner corrects', () => {
  it('becomes the value, with the city as its source', () => {
    const imported = filledIn('gent', ({ code }) =>
      code === 'feit:gentinfo-telefoon'
        ? { ...looked, 'klopt het (ja of nee)': 'nee', 'juiste waarde': '09 210 10 11' }
        : {},
    )
    expect(imported).toMatchObject({ confirmed: 0, changed: 1, problems: [] })
    expect(factIn(imported, 'gentinfo-telefoon')).toMatchObject({
      value: '09 210 10 11',
      source: { title: 'Opgave van Gent' },
      statedOn: '2026-11-20',
      checkedOn: '2026-11-20',
    })
  })

  it('in words needs every language of the city', () => {
    const cost = cityOf('gent').facts.find(({ kind, value }) => kind === 'cost' && typeof value !== 'string')
    const fill =
      (more: Partial<Row>) =>
      ({ code }: Row) =>
        code === `feit:${cost?.id}`
          ? { ...looked, 'klopt het (ja of nee)': 'nee', 'juiste waarde': '30 euro', ...more }
          : {}
    expect(filledIn('gent', fill({})).problems).toEqual([`feit:${cost?.id}: de vertaling ontbreekt: fr, en`])
    expect(filledIn('gent', fill({ 'in het Frans': '30 euros', 'in het Engels': '30 euros' })).changed).toBe(1)
  })

  it('fills in hours day by day', () => {
    const imported = filledIn('gent', ({ code }) =>
      code === 'uren:stadskantoor'
        ? {
            ...looked,
            ...Object.fromEntries(days.slice(0, 5).map((day) => [day, '9u-12.30, 14:00 - 16:00'])),
            zaterdag: 'gesloten',
          }
        : {},
    )
    expect(imported).toMatchObject({ changed: 1, problems: [] })
    const place = locationsSchema.parse(yaml(imported.files.locations)).find(({ id }) => id === 'stadskantoor')
    expect(place?.openingHours).toMatchObject({
      fact: 'stadskantoor-uren',
      regular: [
        { dayOfWeek: ['ma', 'di', 'wo', 'do', 'vr'], opens: '09:00', closes: '12:30' },
        { dayOfWeek: ['ma', 'di', 'wo', 'do', 'vr'], opens: '14:00', closes: '16:00' },
      ],
    })
    expect(factIn(imported, 'stadskantoor-uren')).toMatchObject({ checkedOn: '2026-11-20', kind: 'hours' })
  })

  it('replaces hours that there were', () => {
    const imported = filledIn('jette', ({ code }) =>
      code === 'feit:ocmw-uren' ? { ...looked, 'klopt het (ja of nee)': 'nee', maandag: '8.30-12' } : {},
    )
    expect(imported).toMatchObject({ changed: 1, problems: [] })
    const place = locationsSchema.parse(yaml(imported.files.locations)).find(({ id }) => id === 'ocmw')
    expect(place?.openingHours?.regular).toMatchObject([{ dayOfWeek: ['ma'], opens: '08:30', closes: '12:00' }])
  })

  it('gives a number to a way in that had none', () => {
    const imported = filledIn('leuven', ({ code }) =>
      code === 'telefoon:leuven-info' ? { ...looked, 'juiste waarde': '016 27 20 00' } : {},
    )
    expect(imported).toMatchObject({ changed: 1, problems: [] })
    expect(
      (yaml(imported.files.city) as { contacts: Record<string, { fact?: string }> }).contacts['leuven-info']?.fact,
    ).toBe('leuven-info-telefoon')
  })
})

describe('what cannot be used is told, and left as it was', () => {
  const phone =
    (more: Partial<Row>) =>
    ({ code }: Row) =>
      code === 'feit:gentinfo-telefoon' ? more : {}

  it.each([
    [
      'a company number',
      { ...looked, 'klopt het (ja of nee)': 'nee', 'juiste waarde': '0212 214 125' },
      /ondernemingsnummer/,
    ],
    ['no value', { ...looked, 'klopt het (ja of nee)': 'nee' }, /juiste waarde/],
    ['neither yes nor no', { ...looked, 'klopt het (ja of nee)': 'misschien' }, /ja of nee/],
    ['a day to come', { 'klopt het (ja of nee)': 'ja', 'nagekeken op (dag-maand-jaar)': '1-1-2027' }, /geen dag/],
    ['a day that is none', { 'klopt het (ja of nee)': 'ja', 'nagekeken op (dag-maand-jaar)': '31-2-2026' }, /geen dag/],
  ])('%s', (_what, row, says) => {
    const { problems, files } = filledIn('gent', phone(row))
    expect(problems.join()).toMatch(says)
    expect(files).toEqual(readFiles('knowledge', 'gent'))
  })

  it('hours that are none', () => {
    const { problems } = filledIn('gent', ({ code }) =>
      code === 'uren:stadskantoor' ? { ...looked, maandag: 'heel de dag' } : {},
    )
    expect(problems).toEqual(['uren:stadskantoor: maandag: schrijf uren als 9:00-12:30, 14:00-16:00 of gesloten'])
  })
})
