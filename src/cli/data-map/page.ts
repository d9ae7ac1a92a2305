import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod'
import { stores, type Tables, tablesOf } from './tables.ts'

/** The map of what is stored: tables and columns as the program makes them, with what people say that each is for. */

const source = 'docs/privacy/fields.yaml'

const field = z.strictObject({
  for: z.string().min(3),
  personal: z.enum(['none', 'pseudonym', 'words', 'contact']),
})
const table = z.strictObject({ until: z.string(), readers: z.string(), fields: z.record(z.string(), field) })
const store = z.strictObject({ where: z.string(), tables: z.record(z.string(), table) })

type Store = z.infer<typeof store>

const described = z.record(z.string(), store)

/** @throws when a column has no line, or a line no column: then the map would not be true. */
export function dataMap(): string {
  const known = described.parse(parse(readFileSync(source, 'utf8')))
  const parts = stores.map((name) => {
    const found = known[name]
    if (!found) throw new Error(`${source}: ${name} is missing`)
    const made = tablesOf(name)
    compare(name, found, made)
    return part(name, found, made)
  })
  return `${head}\n${parts.join('\n')}`
}

const head = `# What is stored

Made by \`npm run data-map\` from the tables that the program makes and from \`${source}\`; a test holds it fresh.
*words*: what people wrote, masked. *contact*: leads to a person on a platform or at the desk. *pseudonym*: leads to a person only
together with a secret or with another store. Nothing else is stored: \`docs/privacy/README.md\` tells how a question travels.
`

function compare(name: string, { tables }: Store, made: Tables): void {
  const real = namesIn(name, made)
  const written = namesIn(
    name,
    Object.fromEntries(Object.entries(tables).map(([table, { fields }]) => [table, Object.keys(fields)])),
  )
  const missing = real.filter((column) => !written.includes(column))
  const strays = written.filter((column) => !real.includes(column))
  if (missing.length + strays.length === 0) return
  throw new Error(`${source}: without a line: ${missing.join(', ')}; without a column: ${strays.join(', ')}`)
}

const namesIn = (store: string, tables: Tables): string[] =>
  Object.entries(tables).flatMap(([table, columns]) => columns.map((column) => `${store}.${table}.${column}`))

function part(name: string, { where, tables }: Store, made: Tables): string {
  const rows = Object.entries(made).flatMap(([table, columns]) => {
    const { until, readers, fields } = tables[table] as z.infer<typeof store>['tables'][string]
    return columns.map((column) => {
      const { for: purpose, personal } = fields[column] as z.infer<typeof field>
      return `| \`${table}.${column}\` | ${purpose} | ${personal} | ${until} | ${readers} |`
    })
  })
  if (rows.length === 0) return `## ${name}\n\nPlace: ${where}.\n`
  const titles = ['| field | for | personal | kept | who reads |', '|---|---|---|---|---|']
  return [`## ${name}\n`, `Place: ${where}.\n`, ...titles, ...rows, ''].join('\n')
}
