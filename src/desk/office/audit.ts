import { first, rows } from '../../core/storage.ts'
import { type AuditEvent, type AuditLine, append, firstBroken } from '../audit/chain.ts'
import { now, type Room } from './room.ts'

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
  rows<AuditLine>(sql, `SELECT * FROM audit WHERE number > ? AND NOT ${isStump} ORDER BY number LIMIT ?`, after, limit)

/**
 * What is left of a trail whose beginning was kept long enough: of the last line that went its number, moment and hash,
 * which the next one was made with.
 */
const isStump = "(action = '')"

const stumpOf = ({ storage: { sql } }: Room): AuditLine | null =>
  first<AuditLine>(sql, `SELECT * FROM audit WHERE ${isStump} ORDER BY number DESC LIMIT 1`) ?? null

/** Lets the lines go up to a moment. One that has no hash yet stays, and so does all that comes after it. */
export function forgetTrail({ storage: { sql } }: Room, until: number): void {
  const last = first<{ number: number | null }>(
    sql,
    `SELECT max(number) AS number FROM audit WHERE at <= ?1 AND NOT ${isStump}
     AND number < coalesce((SELECT min(number) FROM audit WHERE hash IS NULL OR at > ?1), number + 1)`,
    new Date(until).toISOString(),
  )?.number
  if (!last) return
  sql.exec('DELETE FROM audit WHERE number < ?', last)
  sql.exec("UPDATE audit SET who = '', action = '', object = '', outcome = '' WHERE number = ?", last)
}

/**
 * Number of the first line that was tampered with; null when the whole trail holds. A beginning that went before its
 * time was taken away.
 */
export async function verify(room: Room, keptDays: number): Promise<number | null> {
  await seal(room)
  const stump = stumpOf(room)
  if (stump && Date.parse(stump.at) > now(room) - keptDays * 86_400_000) return stump.number
  return firstBroken(trail(room, 0, 10_000_000), stump)
}
