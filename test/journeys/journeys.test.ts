import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { AskOutput } from '../../src/core/ask.ts'
import { appFixture, moment, worldFixture } from '../fixtures/world.ts'
import { faults } from './holds.ts'
import { type Row, readRows } from './row.ts'

const files = ['systems', 'ambiguities-1', 'ambiguities-2']

/** Wordings that we do not answer right yet. One that is mended fails here until it is struck off. */
const notYet = new Set(
  Object.entries(
    parse(readFileSync(new URL('./not-yet.yaml', import.meta.url), 'utf8')) as Record<string, string[]>,
  ).flatMap(([row, wordings]) => wordings.map((text) => `${row} ${text}`)),
)

for (const name of files) {
  describe(`the ${name} of the cities`, () => {
    for (const row of readRows(new URL(`./${name}.yaml`, import.meta.url))) {
      if (row.todo) it.todo(`${row.id}: ${row.todo}`)
      else for (const text of [row.asked, ...row.wordings]) check(row, text)
    }
  })
}

function check(row: Row, text: string): void {
  const test = notYet.has(`${row.id} ${text}`) ? it.fails : it
  test(`${row.id} ${text}`, async () => {
    const response = await appFixture().request('/api/v1/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, city: row.city, at: moment }),
    })
    expect(faults(row, (await response.json()) as AskOutput, worldFixture().catalogue)).toEqual([])
  })
}
