import type { HandedConversation, HandedConversations } from '../core/ports.ts'
import type { Namespace } from './client.ts'
import { messagesAfter } from './messages.ts'
import type { Room } from './room.ts'
import { cityOf, langOf, readState } from './state.ts'

/** Messages that a colleague sees of what came before: enough to go on, not all of somebody's life. */
const shown = 50

/** The conversation as a colleague reads it; null when it was never begun. */
export function readForDesk({ storage: { sql } }: Room): HandedConversation | null {
  const state = readState(sql)
  if (!state) return null
  return {
    adapter: state.reference.adapter,
    city: cityOf(state),
    lang: langOf(state),
    messages: messagesAfter(sql, -1, 100_000).slice(-shown),
    targets: state.memory?.targets ?? [],
    heard: new Date(state.seen).toISOString(),
  }
}

/** Conversations for the desk, which knows them by the names of their objects. */
export const handedConversations = (namespace: () => Namespace): HandedConversations => ({
  read: (conversation) => namespace().getByName(conversation).forDesk(),
  tell: (conversation, event) => namespace().getByName(conversation).fromDesk(event),
  erase: (conversation) => namespace().getByName(conversation).erase(),
})
