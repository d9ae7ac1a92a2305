import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import type { Accessibility, AssessmentRecord } from '../../core/accessibility.ts'
import { StartProblem } from '../start/problem.ts'

/** Where people and programs record what they found. */
const folder = join('docs', 'accessibility')

const day = z.iso.date('write a day as 2027-03-01')
const words = z.string().min(1)

/** `docs/accessibility/records/<day>.yaml`, as the form in that folder asks it. */
const record = z.strictObject({
  date: day,
  by: words,
  conformance: z.enum(['full', 'partial', 'none']),
  failures: z.array(z.strictObject({ nl: words, fr: words, en: words })),
  /** Every task with every technology, and what was heard or seen. */
  results: z
    .array(z.strictObject({ technology: words, task: words, passed: z.boolean(), heard: words }))
    .min(1, 'write down what was tried, and what was heard'),
})

const automated = z.strictObject({ date: day, tool: words, cases: z.int().min(1), violations: z.int().min(0) })

/**
 * Reads what is known of accessibility to `.generated/accessibility.txt`.
 * @throws {StartProblem} for a record that is wrong, or older than 12 months: what was true a year ago is no statement.
 */
export function buildAccessibility(root: string, today: string = new Date().toISOString().slice(0, 10)): Accessibility {
  const built: Accessibility = { record: newest(root, today), automated: readAutomated(root) }
  const target = join(root, '.generated', 'accessibility.txt')
  const text = JSON.stringify(built)
  // Left alone when it says the same: another start may be reading it.
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return built
  mkdirSync(join(root, '.generated'), { recursive: true })
  writeFileSync(target, text)
  return built
}

function newest(root: string, today: string): AssessmentRecord | null {
  const records = join(root, folder, 'records')
  const names = existsSync(records) ? readdirSync(records).filter((name) => name.endsWith('.yaml')) : []
  const [last] = names
    .map((name) => ({ name, ...read(record, join(records, name), parse) }))
    .toSorted((a, b) => b.date.localeCompare(a.date))
  if (!last) return null
  const { name, date, by, conformance, failures } = last
  if (date > today) throw new StartProblem(`${folder}/records/${name}: date: ${date} has not come yet`)
  if (yearAfter(date) < today)
    throw new StartProblem(
      `${folder}/records/${name}: date: this record is older than 12 months. Assess again by ${folder}/protocol.md, or take the record away: the statement then says "not assessed"`,
    )
  if (conformance !== 'full' && failures.length === 0)
    throw new StartProblem(`${folder}/records/${name}: failures: say what does not meet the standard`)
  return { date, by, conformance, failures }
}

function readAutomated(root: string): Accessibility['automated'] {
  const file = join(root, folder, 'automated.json')
  return existsSync(file) ? read(automated, file, JSON.parse) : null
}

function read<T>(schema: z.ZodType<T>, file: string, parsed: (text: string) => unknown): T {
  const result = schema.safeParse(parsed(readFileSync(file, 'utf8')))
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new StartProblem([`${file}:`, ...problems].join('\n'))
}

const yearAfter = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`
