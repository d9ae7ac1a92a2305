import { expect, test } from 'vitest'
import type { City } from '../../src/core/catalogue.ts'
import { type DeskNamespace, deskOver } from '../../src/desk/client.ts'
import { firstLineOpens } from '../../src/dialogue/hours/first-line.ts'
import { giveHours, officeHours, worldWith } from '../fixtures/changed-world.ts'
import { openedDesk } from '../fixtures/desk.ts'

/** When nobody has the desk open, a citizen hears when the city's first line is there: only from hours that are fresh. */
async function standingAt(at: string, statedOn: string) {
  const world = worldWith(({ cities }) => giveHours(cities.gent as City, 'phone', officeHours(statedOn)))
  const { officeOf } = await openedDesk()
  const namespace = () => ({ getByName: officeOf }) as unknown as DeskNamespace
  return deskOver({ namespace, opens: (city) => firstLineOpens(city, at, world), callBack: false }).standing(
    'gent',
    'c',
  )
}

test.each([
  ['on a Saturday', '2026-11-21T10:00:00+01:00', '2026-11-23T09:00:00+01:00'],
  ['on the eve of a holiday', '2026-11-10T17:00:00+01:00', '2026-11-12T09:00:00+01:00'],
  ['at noon', '2026-11-20T13:00:00+01:00', '2026-11-20T14:00:00+01:00'],
  ['before the clock goes back', '2026-10-24T20:00:00+02:00', '2026-10-26T09:00:00+01:00'],
])('%s: fresh hours tell', async (_, at, nextOpening) => {
  expect(await standingAt(at, '2026-09')).toMatchObject({ openNow: false, nextOpening })
})

test('while the first line answers, no later hour is named', async () => {
  expect(await standingAt('2026-11-20T10:00:00+01:00', '2026-09')).toMatchObject({ openNow: false, nextOpening: null })
})

test('hours that are too old promise nothing', async () => {
  expect(await standingAt('2026-11-21T10:00:00+01:00', '2024-05')).toMatchObject({ nextOpening: null })
})
