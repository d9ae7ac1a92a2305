import { readFiles, writeFiles, writeStreetsFile } from '../../knowledge/facts/files.ts'
import { importSheet } from '../../knowledge/facts/sheet-import.ts'
import type { CityKnowledge } from '../../knowledge/read.ts'
import { importStreets } from '../../knowledge/streets/import-streets.ts'
import { writeStreets } from '../../knowledge/streets/streets-file.ts'

const root = 'knowledge'

/** Writes a filled-in check-list into the content and tells what could not be used. */
export function bringSheet(csv: string, city: CityKnowledge, today: string): void {
  const { files, confirmed, changed, problems } = importSheet(csv, city, readFiles(root, city.slug), today)
  writeFiles(root, city.slug, files)
  console.log(`${confirmed} confirmed, ${changed} changed, ${problems.length} left`)
  for (const problem of problems) console.log(`  ${problem}`)
  if (problems.length > 0) process.exitCode = 1
}

/** Makes streets.tsv of a city from an export of its address register. */
export function bringStreets(csv: string, city: CityKnowledge, today: string): void {
  const { streets, left } = importStreets(csv, city)
  writeStreetsFile(root, city.slug, writeStreets(streets, [`uit een adressenregister, ingelezen op ${today}`]))
  console.log(`${new Set(streets.map(({ street }) => street)).size} streets, ${left.length} rows left out`)
  for (const row of left) console.log(`  ${row}`)
}
