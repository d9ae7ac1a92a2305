import { codeOf, log } from '../core/log.ts'
import type { Message } from '../core/message.ts'
import type { Payload } from '../core/ports.ts'
import { first } from '../core/storage.ts'
import { tellDesk } from './notices.ts'
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
  reached: number
  code: string | null
}

/** Rows that still have somewhere to go. */
export const open = "('pending', 'sending', 'uncertain', 'held')"

/** Lays a message ready as its way in will send it: what is sent is decided now, and is the same after a restart. */
export function layOut(room: Room, state: State, message: Message): void {
  const { reference } = state
  const adapter = adapterOf(room, reference.adapter)
  if (adapter.capabilities.delivery === 'pull' || state.stopped) return
  try {
    for (const payload of adapter.render(message, reference)) insert(room, message.seq, payload, 'pending')
  } catch (error) {
    // The rest of the conversation goes on; the desk sees a message that never left.
    log({ event: 'render-failed', adapter: adapter.name, code: codeOf(error) })
    insert(room, message.seq, {}, 'dead')
    tellDesk(room, state, 'undelivered')
  }
}

function insert(room: Room, seq: number, payload: Payload, state: OutboxState): void {
  const at = now(room)
  room.storage.sql.exec(
    'INSERT INTO outbox (id, seq, payload, state, attempts, due, since, reached) VALUES (?, ?, ?, ?, 0, ?, ?, 0)',
    `ob_${crypto.randomUUID()}`,
    seq,
    JSON.stringify(payload),
    state,
    at,
    at,
  )
}

/**
 * When a row needs us. One that is on its way needs us at once after a crash; else the alarm that sends it sets the next
 * one when it is done, and no other rings before that.
 */
export const dueOfRow = "CASE state WHEN 'sending' THEN since ELSE due END"

/** The row whose turn it is, whether or not it is due. */
export const headOf = ({ storage }: Room): OutboxRow | undefined =>
  first<OutboxRow>(storage.sql, `SELECT * FROM outbox WHERE state IN ${open} ORDER BY position LIMIT 1`)

/** Drops what has not left yet. */
export const cancelAll = ({ storage }: Room): void =>
  void storage.sql.exec(`UPDATE outbox SET state = 'cancelled' WHERE state IN ${open}`)

/** A row by our own id, or by the platform's. */
export const rowOf = ({ storage: { sql } }: Room, ours: string | null, theirs: string): OutboxRow | undefined =>
  (ours === null ? undefined : first<OutboxRow>(sql, 'SELECT * FROM outbox WHERE id = ?', ours)) ??
  first<OutboxRow>(sql, 'SELECT * FROM outbox WHERE platform = ? ORDER BY position DESC LIMIT 1', theirs)

/** Of messages that reach the person another way nothing is sent. */
export function takeBack({ storage }: Room, messages: Message[]): void {
  for (const { seq } of messages) storage.sql.exec('DELETE FROM outbox WHERE seq = ?', seq)
}
