import type { Activity, ConversationReference } from '../core/activity.ts'
import type { Message } from '../core/message.ts'
import type { Accepted, Transcript, Visit } from '../core/ports.ts'
import { first } from '../core/storage.ts'
import { accept } from './accept.ts'
import { arm, onAlarm } from './alarm.ts'
import { messagesAfter } from './messages.ts'
import { now, type Room } from './room.ts'
import { migrate } from './schema.ts'
import { readState } from './state.ts'

/** One conversation over its storage. What a Durable Object offers, and tests without one. */
export type Conversation = {
  accept(reference: ConversationReference, activities: Activity[]): Promise<Accepted[]>
  visit(rules: { idleMs: number; longestMs: number }): Promise<Visit | null>
  history(page: { after: number; limit: number }): Promise<Message[]>
  transcript(): Promise<Transcript>
  alarm(): Promise<void>
}

export function conversationIn(room: Room): Conversation {
  const { sql } = room.storage
  migrate(room.storage)
  return {
    async accept(reference, activities) {
      const accepted = await accept(room, reference, activities)
      await arm(room)
      return accepted
    },
    async visit({ idleMs, longestMs }) {
      const state = readState(sql)
      const at = now(room)
      if (!state || at - state.started > longestMs || at - state.seen > idleMs) return null
      sql.exec('UPDATE conversation SET seen = ?', at)
      const seq = Number(first(sql, 'SELECT coalesce(max(seq), 0) AS seq FROM message')?.seq)
      return { startedAt: iso(state.started), lastAt: iso(state.seen), seq }
    },
    async history({ after, limit }) {
      return messagesAfter(sql, after, limit)
    },
    async transcript() {
      const state = readState(sql)
      const city = state?.memory?.city ?? state?.reference.city ?? null
      return { city, startedAt: iso(state?.started ?? now(room)), messages: messagesAfter(sql, -1, 100_000) }
    },
    alarm: () => onAlarm(room),
  }
}

const iso = (at: number): string => new Date(at).toISOString()
