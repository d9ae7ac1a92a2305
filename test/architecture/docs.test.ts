import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** Pages that tell where things are and what to type; a page that names what is gone misleads whoever is new. */
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/configuration.md',
  'docs/privacy/README.md',
  'docs/privacy/record.md',
  'docs/privacy/dpia.md',
  'docs/relevance.md',
  'docs/engines.md',
]

const rooms = /^(src|adapters|test|knowledge|docs|bench)\//
const files = /^[\w.-]+\.(md|ts|json|jsonl|toml|ya?ml)$|^LICENSE$/

/** Paths in backticks, outside blocks of code. `<city>` and `*` stand for any name. */
const pathsIn = (text: string): string[] =>
  [...text.replace(/^```.*?^```/gms, '').matchAll(/`([^`\s]+)`/g)]
    .map(([, written = '']) => written)
    .filter((written) => rooms.test(written) || files.test(written))

/** Scripts of npm that a text tells to run, also in blocks of code. */
const scriptsIn = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)].map(([, run, short]) => run ?? short ?? '')

const exists = (path: string): boolean => globSync(path.replace(/<[^>]+>/g, '*').replace(/\/$/, '')).length > 0

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

test('paths and scripts are found in a text', () => {
  const text =
    'See `src/env.ts`, `gent/reispas` and `README.md`: `npm run -s ask` or `npm test`.\n```\n`src/no.ts`\n```\n'
  expect(pathsIn(text)).toEqual(['src/env.ts', 'README.md'])
  expect(scriptsIn(text)).toEqual(['ask', 'test'])
  expect(exists('knowledge/<city>/city.yaml')).toBe(true)
  expect(exists('src/no.ts')).toBe(false)
})

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8')

  test('names only paths that exist', () => {
    expect(pathsIn(text).filter((path) => !exists(path))).toEqual([])
  })

  test('names only scripts that package.json has', () => {
    expect(scriptsIn(text).filter((script) => !Object.hasOwn(scripts, script))).toEqual([])
  })
})
