import { first, rows } from '../../core/storage.ts'
import { type AuditEvent, type AuditLine, append, firstBroken } from '../audit/chain.ts'
import type { Room } from './room.ts'

/**
 * The audit trail in the object. A line is written together with what it tells of; its hash follows at once, in order,
 * since hashing takes a moment in which others may write.
 */
export function record(room: Room, event: Omit<AuditEvent, 'at'>): void {
  const at = new Date(room.clock()).toISOString()
  const { who, action, object, outcome } = event
  room.storage.sql.exec(
    'INSERT INTO audit (at, who, action, object, outcome) VALUES (?, ?, ?, ?, ?)',
    at,
    who,
    action,
    object,
    outcome,
  )
}

const sealing = new WeakMap<Room['storage'], Promise<void>>()

/** Gives every line without a hash its own; one at a time in an object. */
export function seal({ storage }: Room): Promise<void> {
  const next = (sealing.get(storage) ?? Promise.resolve()).then(() => sealNow(storage))
  sealing.set(storage, next)
  return next
}

async function sealNow({ sql }: Room['storage']): Promise<void> {
  for (;;) {
    const open = first<AuditLine>(sql, 'SELECT * FROM audit WHERE hash IS NULL ORDER BY number LIMIT 1')
    if (!open) return
    const last = first<AuditLine>(sql, 'SELECT * FROM audit WHERE number = ?', open.number - 1)
    const { hash } = await append(open, last ?? null)
    sql.exec('UPDATE audit SET hash = ? WHERE number = ? AND hash IS NULL', hash, open.number)
  }
}

/** Lines after a number, oldest first. */
export const trail = ({ storage: { sql } }: Room, after: number, limit: number): AuditLine[] =>
  rows<AuditLine>(sql, 'SELECT * FROM audit WHERE number > ? ORDER BY number LIMIT ?', after, limit)

/** Number of the first line that was tampered with; null when the whole trail holds. */
export async function verify(room: Room): Promise<number | null> {
  await seal(room)
  return firstBroken(trail(room, 0, 10_000_000))
}
