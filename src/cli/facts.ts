import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { wallClock } from '../core/hours/wall-clock.ts'
import { coverage } from '../knowledge/facts/coverage.ts'
import { writeSheet } from '../knowledge/facts/sheet.ts'
import { type CityKnowledge, readKnowledge } from '../knowledge/read.ts'
import { coverageTable } from './facts/coverage-table.ts'
import { bringSheet, bringStreets } from './facts/import.ts'
import { factsReport } from './facts/report.ts'

const usage = `npm run facts                                   what goes stale, conflicts, wrong numbers and links
npm run facts -- --coverage                     what each city has confirmed (docs/coverage.md)
npm run facts -- --sheet <city> > lijst.csv     a check-list in Dutch for the owners of the facts;
                                                with --owner <organisation> for one of them
npm run facts -- --import lijst.csv --city <city>   bring a filled-in check-list back
npm run facts -- --streets adressen.csv --city <city>   make streets.tsv from an export of an address register
All take --at 2026-11-21 for another day than today.`

const { values } = parseArgs({
  options: {
    coverage: { type: 'boolean', default: false },
    sheet: { type: 'string' },
    owner: { type: 'string' },
    import: { type: 'string' },
    streets: { type: 'string' },
    city: { type: 'string' },
    at: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const { knowledge } = readKnowledge('knowledge')
const today = values.at ?? wallClock(Date.now()).day

function cityNamed(slug: string | undefined): CityKnowledge {
  const city = knowledge.cities.find((one) => one.slug === slug)
  if (!city) throw new Error(`city: known are ${knowledge.cities.map((one) => one.slug).join(', ')}`)
  return city
}

/** As it is, without a line break of its own. */
function print(text: string): void {
  process.stdout.write(text)
}

function main(): void {
  if (values.help) console.log(usage)
  else if (values.coverage) print(coverageTable(coverage(knowledge, today), today))
  else if (values.sheet) print(writeSheet(cityNamed(values.sheet), values.owner))
  else if (values.import) bringSheet(readFileSync(values.import, 'utf8'), cityNamed(values.city), today)
  else if (values.streets) bringStreets(readFileSync(values.streets, 'utf8'), cityNamed(values.city), today)
  else report()
}

function report(): void {
  const { text, wrong } = factsReport(knowledge, today)
  console.log(text)
  if (wrong > 0) process.exitCode = 1
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
