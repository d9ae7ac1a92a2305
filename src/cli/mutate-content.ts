import { readRows } from '../../test/journeys/row.ts'
import { type Outcome, tryRow } from './mutate/try-row.ts'
import { table } from './relevance/table.ts'
import { readWorld } from './world.ts'

/**
 * Whether the journeys depend on the content: takes the entry of each row out of the compiled content, in memory, and
 * asks its wordings again. A row whose wordings all still hold tests nothing of that entry, and ends the command with 1.
 */
const files = ['systems', 'ambiguities-1', 'ambiguities-2']

const world = readWorld()
const rows = files
  .flatMap((name) => readRows(new URL(`../../test/journeys/${name}.yaml`, import.meta.url)))
  .filter(({ todo }) => todo === undefined)
const outcomes = rows.map((row) => tryRow(row, world))
const unproven = outcomes.filter(({ red }) => red === 0)

console.log(table([['row', 'held', 'went red', 'of', 'entry'], ...outcomes.map(line), totals()]))
for (const { row, held } of unproven) {
  console.log(
    `${held === 0 ? 'red before, so nothing is proven' : 'still green'}: ${row.id} without ${row.entry.join(' and ')}`,
  )
}
console.log(`${outcomes.length - unproven.length} of ${outcomes.length} rows depend on their entry`)
process.exitCode = unproven.length > 0 ? 1 : 0

function line({ row, held, red, wordings }: Outcome): string[] {
  return [row.id, String(held), String(red), String(wordings), row.entry.join(' ')]
}

function totals(): string[] {
  const sum = (of: (outcome: Outcome) => number): string => String(outcomes.reduce((total, one) => total + of(one), 0))
  return ['all', sum(({ held }) => held), sum(({ red }) => red), sum(({ wordings }) => wordings), '']
}
