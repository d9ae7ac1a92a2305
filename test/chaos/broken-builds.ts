import type { Patch } from './harness/build.ts'
import type { KillPlan, KillReport } from './kills.ts'

/**
 * Workers that are broken on purpose. A harness that does not catch each of them proves nothing. The waiting for a
 * status, and for the alarm after a death, is shortened in all short runs, the right one included.
 */
export const hasty: Patch[] = [
  { file: 'src/conversation/deliver.ts', find: 'const patience = 20 * second', replace: 'const patience = 8 * second' },
  { file: 'src/conversation/alarm.ts', find: 'const net = 60_000', replace: 'const net = 3000' },
]

/** `less`: all that it takes to notice. */
type Broken = { name: string; patches: Patch[]; caughtBy: (keyof KillReport)[]; less?: Partial<KillPlan> }

export const brokenBuilds: Broken[] = [
  {
    name: 'what came before is not recognised',
    patches: [
      {
        file: 'src/conversation/take.ts',
        find: 'const known = excess ? keptUnder(sql, id) : undefined',
        replace: 'const known = undefined as Kept | undefined',
      },
      {
        file: 'src/conversation/take.ts',
        find: 'keep(room, activity, at, said !== null)',
        replace: "keep(room, { ...activity, id: id + '#' + Math.random() }, at, said !== null)",
      },
    ],
    caughtBy: ['doubled'],
  },
  {
    name: 'the platform gets its 200 before anything is kept',
    patches: [
      {
        file: 'src/http/adapters.ts',
        find: 'const accepted = await store(envelopes, conversations).catch(() => undefined)',
        replace: `const accepted = [] as Accepted[]
  context.executionCtx.waitUntil(new Promise((go) => setTimeout(go, 60)).then(() => store(envelopes, conversations)).catch(() => undefined))`,
      },
    ],
    caughtBy: ['lost'],
  },
  {
    name: 'signatures are not looked at',
    patches: [
      {
        file: 'src/http/adapters.ts',
        find: 'const refused = await adapter.verify(received)',
        replace: 'const refused = null as Response | null',
      },
    ],
    caughtBy: ['forged'],
    less: { turns: 1, kills: 0 },
  },
  {
    name: 'a message counts as sent before it is sent',
    patches: [
      {
        file: 'src/conversation/deliver.ts',
        find: "UPDATE outbox SET state = 'sending', attempts",
        replace: "UPDATE outbox SET state = 'sent', attempts",
      },
    ],
    caughtBy: ['undelivered'],
  },
]
