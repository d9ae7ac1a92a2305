import type { ConversationReference } from '../core/activity.ts'
import type { Adapter, Assistant, Desk } from '../core/ports.ts'
import type { Storage } from '../core/storage.ts'
import type { Conversation } from './conversation.ts'
import type { Stream } from './stream.ts'

/** What every conversation is given of the house. */
export type Parts = {
  adapters: Adapter[]
  assistant: Assistant
  /** Null: no desk, so nobody to hand over to. */
  desk: Desk | null
  /** The present moment, ISO with offset. */
  clock: () => string
  retentionDays: number
  /** How long a conversation stays awake after it was asked something; absent: as long as the platform says. */
  awakeMs?: number
  /** Resolves when nothing is being taken in that somebody waits for, or soon after; absent: nothing need make way. */
  makeWay?: () => Promise<void>
  /** Brings up to date what answers depend on and that changes while the program runs; absent: nothing does. */
  refresh?: () => Promise<void>
  /** Other conversations: for who goes on under another key. */
  nameOf(reference: Pick<ConversationReference, 'adapter' | 'key'>): Promise<string>
  open(name: string): Pick<Conversation, 'accept' | 'adopt'>
}

/** One conversation at work: its parts, its storage, who listens, and its own name. */
export type Room = Parts & {
  storage: Storage
  stream: Stream
  name: string
  /** Keeps the object awake until something is done that nobody waits for. */
  background(done: Promise<unknown>): void
}

export const now = ({ clock }: Parts): number => Date.parse(clock())

/** @throws when the conversation belongs to a way in that this program no longer has. */
export function adapterOf({ adapters }: Parts, name: string): Adapter {
  const found = adapters.find((adapter) => adapter.name === name)
  if (!found) throw new Error(`adapter ${name} is not one of ours`)
  return found
}
