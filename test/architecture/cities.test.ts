import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { filesBelow } from '../fixtures/files.ts'

const slugs = readdirSync('knowledge', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'common')
  .map(({ name }) => name)

/** Slug and names in every language. */
function namesOf(slug: string): string[] {
  const { name } = parse(readFileSync(`knowledge/${slug}/city.yaml`, 'utf8')) as {
    name: Record<string, string> | string
  }
  return [slug, ...(typeof name === 'string' ? [name] : Object.values(name))]
}

const names = [...new Set(slugs.flatMap(namesOf))]
const asWord = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${names.map((name) => RegExp.escape(name)).join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
)

test('there are cities, and their names are found as words only', () => {
  expect(slugs.length).toBeGreaterThan(0)
  expect(asWord.test(`the ${names[0]}.`)).toBe(true)
  expect(asWord.test(`the x${names[0]}.`)).toBe(false)
})

/** A city is a folder of content: code that names one, even in a comment, has forgotten the others. */
test('no code names a city', () => {
  const found = filesBelow('src', 'adapters').flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (asWord.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})
