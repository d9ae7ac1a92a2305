import { describe, expect, it } from 'vitest'
import type { AskOutput } from '../../src/core/ask.ts'
import { appFixture, worldFixture } from '../fixtures/world.ts'
import { faults } from './holds.ts'
import { readRows } from './row.ts'

const files = ['systems', 'ambiguities-1', 'ambiguities-2']

for (const name of files) {
  describe(`the ${name} of the cities`, () => {
    for (const row of readRows(new URL(`./${name}.yaml`, import.meta.url))) {
      if (row.todo) {
        it.todo(`${row.id}: ${row.todo}`)
        continue
      }
      for (const text of [row.asked, ...row.wordings]) {
        it(`${row.id} ${text}`, async () => {
          const answer = await appFixture().request('/api/v1/ask', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ text, city: row.city, at: '2026-11-21T10:00:00+01:00' }),
          })
          expect(answer.status).toBe(200)
          expect(faults(row, (await answer.json()) as AskOutput, worldFixture().catalogue)).toEqual([])
        })
      }
    }
  })
}
