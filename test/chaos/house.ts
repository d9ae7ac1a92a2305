import { conversationsOver } from '../../src/conversation/client.ts'
import type { Adapter, Assistant } from '../../src/core/ports.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import { createApp } from '../../src/http/app.ts'
import { type LocalObjects, localObjects, pepper } from '../fixtures/objects.ts'
import { worldFixture } from '../fixtures/world.ts'

/** A whole house in this process, with a clock that a run sets. */
export type House = {
  ask(request: Request): Promise<Response>
  objects: LocalObjects
  now(): number
  /** Lets time pass; alarms ring when they are due. */
  pass(milliseconds: number): Promise<void>
  /** Lets time pass until no alarm is due for longer than `horizon`; `meanwhile` is done after each that rang. */
  settle(horizon: number, meanwhile?: () => Promise<void>): Promise<void>
}

const start = Date.parse('2026-11-21T09:00:00.000Z')

/** `own`: parts of the assistant that a run replaces. */
export function houseWith(adaptersOf: (clock: () => string) => Adapter[], own: Partial<Assistant> = {}): House {
  let at = start
  const clock = (): string => new Date(at).toISOString()
  const adapters = adaptersOf(clock)
  const { catalogue } = worldFixture()
  const assistant = { ...assistantWith(worldFixture(), clock), ...own }
  const objects = localObjects({ adapters, assistant, desk: null, clock, retentionDays: 30 })
  const conversations = conversationsOver({ namespace: objects, pepper, publicNumbers: catalogue.publicNumbers })
  const app = createApp({ assistant, catalogue, conversations, adapters, problems: [], widgetOrigins: [], clock })
  const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} }
  const house: House = {
    ask: async (request) => app.fetch(request, {}, context),
    objects,
    now: () => at,
    async pass(milliseconds) {
      for (const until = at + milliseconds; at < until; ) {
        await objects.ring(at)
        const next = objects.nextAlarm() ?? until
        at = Math.min(until, Math.max(at + 1, next))
      }
      await objects.ring(at)
    },
    async settle(horizon, meanwhile = async () => {}) {
      for (;;) {
        await objects.ring(at)
        await meanwhile()
        const next = objects.nextAlarm()
        if (next === null || next > at + horizon) return
        at = Math.max(at + 1, next)
      }
    },
  }
  return house
}
