import { describe, expect, it } from 'vitest'
import { build, type Patch } from './harness/build.ts'
import { runTeamsKills, type TeamsKillPlan, type TeamsKillReport } from './teams-kills.ts'

/** The short form of `npm run chaos -- teams-kills`: the same run, smaller. */
const plan = { people: 6, turns: 4, rate: 16, kills: 4, seed: 7 }

type Broken = { name: string; patch: Patch; caughtBy: keyof TeamsKillReport; less: Partial<TeamsKillPlan> }

const brokenBuilds: Broken[] = [
  {
    name: 'what was sent is sent again without a kill',
    patch: {
      file: 'src/conversation/deliver.ts',
      find: "if (result.kind === 'sent') return",
      replace: "if (result.kind === 'sent' && attempts > 0) return",
    },
    caughtBy: 'doubledOutside',
    less: { turns: 1, kills: 0 },
  },
  {
    name: 'what was on its way is taken for sent',
    patch: {
      file: 'src/conversation/deliver.ts',
      find: "UPDATE outbox SET state = 'sending', attempts",
      replace: "UPDATE outbox SET state = 'sent', attempts",
    },
    caughtBy: 'lost',
    less: {},
  },
  {
    name: 'tokens are not looked at',
    patch: {
      file: 'src/http/adapters.ts',
      find: 'const refused = await adapter.verify(received)',
      replace: 'const refused = null as Response | null',
    },
    caughtBy: 'forged',
    less: { turns: 1, kills: 0 },
  },
]

describe('kill −9 with Teams', () => {
  it('loses nothing, and doubles only what was on its way, once in a conversation', async () => {
    const report = await runTeamsKills(await build(), plan)
    expect(report).toMatchObject({ messages: 24, lost: 0, doubled: 0, doubledOutside: 0, outOfOrder: 0, forged: 0 })
    expect(report.inOneConversation).toBeLessThanOrEqual(1)
    expect(report.kills).toBeGreaterThanOrEqual(plan.kills)
  }, 120_000)

  it.each(brokenBuilds)(
    'is noticed by this test when $name',
    async ({ patch, caughtBy, less }) => {
      const report = await runTeamsKills(await build([patch]), { ...plan, ...less })
      expect(report[caughtBy]).toBeGreaterThan(0)
    },
    120_000,
  )
})
