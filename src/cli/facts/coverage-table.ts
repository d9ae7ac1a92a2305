import { type Coverage, columns, worth } from '../../knowledge/facts/coverage.ts'

/** The table of `docs/coverage.md`: a city a row; in each cell confirmed, stated, stale, absent. */
export function coverageTable(found: Coverage[], day: string): string {
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`
  const rows = found.map(({ city, services, cells }) =>
    row([
      `${city} (${services})`,
      ...columns.map((column) => worth.map((one) => String(cells[column][one])).join(' / ')),
    ]),
  )
  return `# What the cities confirm

Made by \`npm run facts -- --coverage\` for ${day}; a test holds it to the content. For each city, of how many services the thing is
confirmed by the city / stated in a dated source that is fresh / held but stale / absent. A stale price or hour is never shown.

${row(['city (services)', ...columns])}
${row([columns, 'city'].flat().map(() => '---'))}
${rows.join('\n')}
`
}
