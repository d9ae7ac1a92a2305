import { first, rows } from '../../core/storage.ts'
import { now, type Room } from './room.ts'

/** How somebody who waits stands: people before them, and minutes to go when recent waits tell. */
export type QueueStanding = { before: number; waitMinutes: number | null }

/** Waits of the last two hours tell of this one; fewer than three tell nothing. */
const recent = 2 * 3_600_000
const fewest = 3
const most = 50

/** Somebody's turn came after so many milliseconds. */
export function keepWait(room: Room, waited: number): void {
  const { sql } = room.storage
  sql.exec('DELETE FROM waited WHERE at < ?', now(room) - recent)
  sql.exec('INSERT INTO waited VALUES (?, ?)', now(room), waited)
}

type Place = { crisis: number; requested: number }

/** Where a conversation stands in the queue; who is not in it would come last. */
export function standingOf(room: Room, conversation: string | null): QueueStanding {
  const { sql } = room.storage
  const own = first<Place>(
    sql,
    'SELECT crisis, requested FROM queue WHERE conversation = ? AND agent IS NULL',
    conversation,
  )
  const before = own
    ? first<{ count: number }>(
        sql,
        `SELECT count(*) AS count FROM queue WHERE agent IS NULL AND conversation <> ?1
         AND (crisis > ?2 OR (crisis = ?2 AND (requested < ?3 OR (requested = ?3 AND conversation < ?1))))`,
        conversation,
        own.crisis,
        own.requested,
      )?.count
    : first<{ count: number }>(sql, 'SELECT count(*) AS count FROM queue WHERE agent IS NULL')?.count
  return { before: Number(before ?? 0), waitMinutes: waitFor(room, Number(before ?? 0)) }
}

/**
 * What who came lately waited, or what the pace of the desk makes of those before them, whichever is more: a promise
 * that is too short is worse than none. Rounded up to five minutes.
 */
function waitFor(room: Room, before: number): number | null {
  const waits = rows<{ at: number; waited: number }>(
    room.storage.sql,
    'SELECT at, waited FROM waited WHERE at >= ? ORDER BY at DESC LIMIT ?',
    now(room) - recent,
    most,
  )
  if (waits.length < fewest) return null
  const usual = waits.map(({ waited }) => waited).sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? 0
  const span = now(room) - Math.min(...waits.map(({ at }) => at))
  const pace = span / waits.length
  return Math.max(5, Math.ceil(Math.max(usual, (before + 1) * pace) / 60_000 / 5) * 5)
}
