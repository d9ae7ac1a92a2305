import { setTimeout as pause } from 'node:timers/promises'
import type { Citizen, Deed } from './citizen.ts'
import { faults } from './faults.ts'
import { type Graph, startGraph } from './graph.ts'
import type { Outbound } from './outbound.ts'
import { shownOn, type Tap, tapsOf } from './screen.ts'
import { graphVersion, type Settings, secrets } from './settings.ts'
import { messagesHook, post, statusHook } from './webhook.ts'

/** The line between the citizen and the Worker: what is said goes there, what comes back is shown. */
export type Line = {
  graph: Graph
  /** What can be tapped under the last question, and the last message. */
  seen(): { taps: Tap[]; last: string | null }
  /** Delivers what the citizen does, in one piece. */
  deliver(deeds: Deed[]): Promise<void>
  /** Resolves at the next message that comes in, or after so many milliseconds. */
  next(milliseconds: number): Promise<boolean>
}

/** Pauses in milliseconds after which the platform tries again, when the Worker did not take a delivery. */
const again = [1000, 2000, 4000]

export async function openLine(settings: Settings, citizen: Citizen, print: (text: string) => void): Promise<Line> {
  const { worker, graphPort, duplicate, fail } = settings
  let taps: Tap[] = []
  let last: string | null = null
  const waiting = new Set<() => void>()

  const take = (message: Outbound, wamid: string): void => {
    void tell(message, wamid, worker)
    if (!citizen.is(message)) return
    const found = tapsOf(message, wamid)
    if (found.length > 0) taps = found
    last = wamid
    print(shownOn(message, found))
    for (const wake of waiting) wake()
  }
  const graph = await startGraph({
    port: graphPort,
    version: graphVersion,
    token: secrets.accessToken,
    accepted: take,
    read: (_message, typing) => print(`  ✓✓ read${typing ? ', typing…' : ''}`),
    failed: (kind) => print(`  ✗ not sent on purpose: ${faults[kind].tells}`),
  })
  if (fail) graph.fail(fail.kind, fail.times)
  return {
    graph,
    seen: () => ({ taps, last }),
    async deliver(deeds) {
      const hook = messagesHook(citizen.contact, deeds.map(citizen.message))
      for (let copy = duplicate ? 2 : 1; copy > 0; copy--) await persist(worker, hook, print)
    },
    next: (milliseconds) =>
      new Promise((resolve) => {
        const finish = (arrived: boolean): void => {
          waiting.delete(wake)
          clearTimeout(timer)
          resolve(arrived)
        }
        const wake = (): void => finish(true)
        const timer = setTimeout(() => finish(false), milliseconds)
        waiting.add(wake)
      }),
  }
}

/** Only 200 is success: anything else comes again, as it would from the platform. */
async function persist(worker: string, hook: string, print: (text: string) => void): Promise<void> {
  for (const wait of [...again, null]) {
    const status = await post(worker, hook)
    if (status === 200) return
    print(
      `  ✗ the Worker ${status === null ? 'is not there' : `answered ${status}`}${wait === null ? '' : '; delivered again'}`,
    )
    if (wait === null) return
    await pause(wait)
  }
}

/** The statuses of a message that arrived. */
async function tell(message: Outbound, wamid: string, worker: string): Promise<void> {
  for (const status of ['sent', 'delivered', 'read'] as const) await post(worker, statusHook(message, wamid, status))
}
