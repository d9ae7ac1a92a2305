import { expect, test } from 'vitest'
import { deskAt, handOver, raceClaims } from '../desk/load.ts'
import { started } from '../fixtures/started.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/** A short form of `npm run bench:desk-load`: nobody is lost, everybody hears, and one chat has one colleague. */
test('the desk in a crowd', { timeout: 60_000 }, async () => {
  const worker = await started({ DATA_DIR: temporaryFolder() })
  const desk = await deskAt(worker.signInLink)
  expect(await raceClaims(desk, { parallel: 50, times: 2 })).toBe(2)
  const { asked, lost, alerts, deaf } = await handOver(desk, { agents: 10, rate: 5, seconds: 2 })
  expect({ asked, lost, deaf, alerts: alerts.length }).toEqual({ asked: 10, lost: 0, deaf: 0, alerts: 100 })
})
