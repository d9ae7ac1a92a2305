import { conversationsOver } from '../../src/conversation/client.ts'
import type { Activity, ConversationReference } from '../../src/core/activity.ts'
import type { NoticeBoard } from '../../src/core/notice.ts'
import type { Adapter, Conversations, Desk } from '../../src/core/ports.ts'
import { isMade } from '../../src/core/storage.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import { createApp } from '../../src/http/app.ts'
import { type LocalObjects, localObjects, pepper } from '../fixtures/objects.ts'
import { worldFixture } from '../fixtures/world.ts'
import type { Subject } from './subject.ts'

/** The house around one adapter, with everything that passes the border written down. */
export type Bench = {
  adapter: Adapter
  ask(request: Request): Promise<Response>
  /** Every activity that was handed in, with whose it was. */
  accepted: { reference: ConversationReference; activity: Activity }[]
  /** Requests that reached the far side. */
  farSide: Request[]
  /** What the far side does next, instead of accepting. */
  troubles: (() => Response | Promise<Response>)[]
  objects: LocalObjects
  /** Rows of a table, of all conversations together. */
  rows(query: string): Record<string, unknown>[]
  /** Lets alarms ring until nothing is due. */
  settle(): Promise<void>
}

const start = Date.parse('2026-11-21T09:00:00.000Z')

/** `board`: notices that are published while the program runs. `desk`: where people can be reached; nowhere unless given. */
export function benchFor(subject: Subject, configured = true, board?: NoticeBoard, desk: Desk | null = null): Bench {
  let at = start
  const clock = (): string => new Date(at).toISOString()
  const farSide: Request[] = []
  const troubles: Bench['troubles'] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    farSide.push(request.clone() as Request)
    return troubles.shift()?.() ?? subject.accepts(request)
  }
  const { catalogue } = worldFixture()
  const assistant = assistantWith(board ? { ...worldFixture(), notices: board } : worldFixture(), clock)
  const running = board ? { refresh: board.refresh } : {}
  const adapters: Adapter[] = []
  const objects = localObjects({ adapters, assistant, desk, clock, retentionDays: 30, ...running })
  const inner = conversationsOver({ namespace: objects, pepper, publicNumbers: catalogue.publicNumbers })
  const accepted: Bench['accepted'] = []
  const heard = (reference: ConversationReference, activities: Activity[]): void =>
    void accepted.push(...activities.map((activity) => ({ reference, activity })))
  const conversations: Conversations = {
    ...inner,
    accept(reference, activities) {
      heard(reference, activities)
      return inner.accept(reference, activities)
    },
    enter(reference, door, activities) {
      heard(reference, activities)
      return inner.enter(reference, door, activities)
    },
  }
  const adapter = subject.make({ configured, fetch, assistant, conversations, clock })
  adapters.push(adapter)
  const parts = { assistant, catalogue, conversations, adapters, problems: [], widgetOrigins: [], clock }
  const app = createApp({ ...parts, ...running })
  const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} }
  return {
    adapter,
    accepted,
    farSide,
    troubles,
    objects,
    ask: async (request) => app.fetch(request, {}, context),
    rows: (query) =>
      [...objects.storages.values()]
        .filter(({ sql }) => isMade(sql))
        .flatMap(({ database }) => database.prepare(query).all()),
    async settle() {
      const from = at
      for (let step = 0; step < 200 && objects.nextAlarm() !== null; step++) {
        const next = objects.nextAlarm() ?? at
        if (next > from + 3_600_000) return
        at = Math.max(at, next)
        await objects.ring(at)
      }
    },
  }
}
