import { describe, expect, it } from 'vitest'
import { brokenBuilds, hasty } from './broken-builds.ts'
import { build } from './harness/build.ts'
import { runKills } from './kills.ts'

/** The short form of `npm run chaos`: the same run, smaller. */
const plan = { people: 8, turns: 4, rate: 16, kills: 5, seed: 7, quiet: 45 }

describe('kill −9', () => {
  it('loses nothing and doubles nothing, on the web and on WhatsApp', async () => {
    const report = await runKills(await build(hasty), plan)
    expect(report).toMatchObject({ messages: 64, lost: 0, doubled: 0, undelivered: 0, deliveredTwice: 0 })
    expect(report).toMatchObject({ outOfOrder: 0, atOnce: 1, forged: 0 })
    expect(report.kills).toBeGreaterThanOrEqual(5)
  }, 120_000)

  it.each(brokenBuilds)(
    'is noticed by this test when $name',
    async ({ patches, caughtBy, less }) => {
      const report = await runKills(await build([...hasty, ...patches]), { ...plan, ...less })
      for (const finding of caughtBy) expect(report[finding]).toBeGreaterThan(0)
    },
    120_000,
  )
})
