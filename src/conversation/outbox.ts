import type { Message } from '../core/message.ts'
import type { Payload } from '../core/ports.ts'
import { first, type Sql } from '../core/storage.ts'
import { adapterOf, now, type Room } from './room.ts'
import type { State } from './state.ts'

/**
 * What is to be sent, a row for each request, in order: a row waits for the one before it.
 * `pending` → `sending` → `sent`, or back to `pending`; `uncertain`: it may have arrived; `held`: our right to send is
 * gone; `dead`: given up; `cancelled`: the citizen wants nothing more.
 */
export type OutboxState = 'pending' | 'sending' | 'uncertain' | 'held' | 'sent' | 'dead' | 'cancelled'

export type OutboxRow = {
  position: number
  id: string
  seq: number
  payload: string
  state: OutboxState
  attempts: number
  due: number
  since: number
  platform: string | null
  reached: string | null
  code: string | null
}

/** Rows that still have somewhere to go. */
export const open = "('pending', 'sending', 'uncertain', 'held')"

/** Lays a message ready as its way in will send it: what is sent is decided now, and is the same after a restart. */
export function layOut(room: Room, { reference }: State, message: Message): void {
  const adapter = adapterOf(room, reference.adapter)
  if (adapter.capabilities.delivery === 'pull') return
  for (const payload of adapter.render(message, reference)) insert(room.storage.sql, message.seq, payload, now(room))
}

export function insert(sql: Sql, seq: number, payload: Payload, due: number): void {
  sql.exec(
    "INSERT INTO outbox (id, seq, payload, state, attempts, due, since) VALUES (?, ?, ?, 'pending', 0, ?, ?)",
    `ob_${crypto.randomUUID()}`,
    seq,
    JSON.stringify(payload),
    due,
    due,
  )
}

/** The row whose turn it is, whether or not it is due. */
export const headOf = (sql: Sql): OutboxRow | undefined =>
  first<OutboxRow>(sql, `SELECT * FROM outbox WHERE state IN ${open} ORDER BY position LIMIT 1`)
