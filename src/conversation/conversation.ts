import type { Activity, ConversationReference } from '../core/activity.ts'
import type { Message } from '../core/message.ts'
import type { Accepted, DeskEvent, HandoffState, Transcript, Visit } from '../core/ports.ts'
import { accept } from './accept.ts'
import { arm, onAlarm } from './alarm.ts'
import { fromDesk } from './desk-events.ts'
import { erase } from './erase.ts'
import { type Feedback, feedbackIn, keepFeedback } from './feedback.ts'
import { handoff } from './handoff.ts'
import { messagesAfter } from './messages.ts'
import { adopt, type Moving } from './move.ts'
import type { Room } from './room.ts'
import { migrate } from './schema.ts'
import { cityOf, readState } from './state.ts'
import { visit } from './visit.ts'

/** One conversation over its storage: what its object offers to the Worker, to the desk and to other conversations. */
export type Conversation = {
  /** `reference` is null for what another conversation passes on. */
  accept(reference: ConversationReference | null, activities: Activity[]): Promise<Accepted[]>
  visit(rules: { idleMs: number; longestMs: number }): Promise<Visit | null>
  history(page: { after: number; limit: number }): Promise<Message[]>
  feedback(given: Feedback): Promise<boolean>
  handoff(): Promise<HandoffState>
  transcript(): Promise<Transcript | null>
  erase(): Promise<void>
  subscribe(after: number): Promise<Response>
  typing(): Promise<void>
  carryOn(): Promise<{ code: string; expiresAt: string } | null>
  fromDesk(event: DeskEvent): Promise<boolean>
  adopt(moving: Moving): Promise<void>
  alarm(): Promise<void>
}

export function conversationIn(room: Room): Conversation {
  const { sql } = room.storage
  migrate(room.storage)
  /** After anything that could have added a message or something to do. */
  const settled = async <T>(result: T): Promise<T> => {
    room.stream.publish()
    await arm(room)
    return result
  }
  return {
    accept: async (reference, activities) => settled(await accept(room, reference, activities)),
    visit: async (rules) => visit(room, rules),
    history: async ({ after, limit }) => messagesAfter(sql, after, limit),
    feedback: async (given) => keepFeedback(room, given),
    handoff: async () => settled(await handoff(room)),
    transcript: async () => transcript(room),
    erase: async () => settled(await erase(room)),
    subscribe: async (after) => room.stream.subscribe(after),
    typing: async () => room.desk?.typing(room.name),
    carryOn: async () => {
      const state = readState(sql)
      return state && room.desk ? room.desk.carryOn(room.name, cityOf(state)) : null
    },
    fromDesk: async (event) => settled(fromDesk(room, event)),
    adopt: async (moving) => settled(adopt(room, moving)),
    alarm: async () => settled(await onAlarm(room)),
  }
}

function transcript(room: Room): Transcript | null {
  const { sql } = room.storage
  const state = readState(sql)
  if (!state) return null
  const startedAt = new Date(state.started).toISOString()
  return { city: cityOf(state), startedAt, messages: messagesAfter(sql, -1, 100_000), feedback: feedbackIn(room) }
}
