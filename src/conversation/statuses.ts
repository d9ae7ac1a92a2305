import type { Activity, DeliveryStatus } from '../core/activity.ts'
import { log } from '../core/log.ts'
import { tellDesk } from './notices.ts'
import { type OutboxRow, type OutboxState, rowOf } from './outbox.ts'
import type { Room } from './room.ts'
import type { State } from './state.ts'

type Status = Extract<Activity['content'], { type: 'status' }>

/** Whether somebody has read it is not kept: it says no more of our duty than that it is there. */
const rank: Record<DeliveryStatus, number> = { failed: 0, sent: 1, delivered: 2, read: 2 }

/**
 * What the platform tells of a message of ours. Statuses come in any order and more than once: the furthest one counts,
 * and a failure counts unless the message was seen on the other side. One that we were not sure of has been sent. True
 * when there may be something to do now: another message whose turn it is, or a desk to tell.
 */
export function applyStatus(room: Room, state: State, { of, outbox, status, code }: Status): boolean {
  const row = rowOf(room, outbox, of)
  if (!row) return false
  const reached = Math.max(row.reached, rank[status])
  const failure = status === 'failed' ? (code ?? 'failed') : failureOf(row)
  const next: OutboxState = failure !== null && reached < rank.delivered ? 'dead' : 'sent'
  // Most statuses tell nothing that changes anything: read, after delivered.
  if (next === row.state && failure === row.code && of === row.platform && row.reached >= rank.delivered) return false
  room.storage.sql.exec(
    'UPDATE outbox SET state = ?, reached = ?, platform = ?, code = ? WHERE position = ?',
    next,
    reached,
    of,
    failure,
    row.position,
  )
  if (next === 'dead' && row.state !== 'dead') giveUp(room, state, failure ?? 'failed')
  return next !== row.state
}

/** What went wrong for good; the code of a row that is still on its way only tells why it was not sent yet. */
const failureOf = ({ state, code }: OutboxRow): string | null => (state === 'dead' || state === 'sent' ? code : null)

/** A message that will not arrive: counted in the log, and shown to the desk. */
export function giveUp(room: Room, state: State, code: string): void {
  log({ event: 'undelivered', adapter: state.reference.adapter, code })
  tellDesk(room, state, 'undelivered')
}
