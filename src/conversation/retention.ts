import { first } from '../core/storage.ts'
import { erase } from './erase.ts'
import { hashesOf, remember } from './remembered.ts'
import { now, type Room } from './room.ts'

const day = 24 * 3_600_000

/** Rows of each table stand in the order in which they came, so the first is the oldest, or nearly. */
export const oldest = `
  (SELECT received FROM inbox ORDER BY arrival LIMIT 1) AS inbox,
  (SELECT at FROM message ORDER BY seq LIMIT 1) AS message,
  (SELECT since FROM outbox ORDER BY position LIMIT 1) AS outbox,
  (SELECT min(until) FROM seen) AS seen,
  (SELECT min(until) FROM forward) AS forward`

export type Oldest = Record<'inbox' | 'message' | 'outbox' | 'seen' | 'forward', number | null>

/** When something has to go: words that were kept long enough, or hashes that no longer serve. Null when nothing is kept. */
export function nextTidying({ inbox, message, outbox, seen, forward }: Oldest, retentionDays: number): number | null {
  const kept = [inbox, message, outbox].flatMap((at) => at ?? []).map((at) => at + retentionDays * day)
  const moments = [...kept, ...[seen, forward].flatMap((until) => until ?? [])]
  return moments.length > 0 ? Math.min(...moments) : null
}

/** Erases what was kept long enough. When no words are left, the whole database goes, and with it what lay in free pages. */
export async function tidy(room: Room): Promise<void> {
  const { sql, transactionSync } = room.storage
  const due = nextTidying(first<Oldest>(sql, `SELECT ${oldest}`) as Oldest, room.retentionDays)
  if (due === null || due > now(room)) return
  const hashes = await hashesOf(room)
  const before = now(room) - room.retentionDays * day
  transactionSync(() => {
    remember(sql, hashes)
    sql.exec('DELETE FROM feedback WHERE seq IN (SELECT seq FROM message WHERE at <= ?)', before)
    sql.exec('DELETE FROM outbox WHERE since <= ?', before)
    sql.exec('DELETE FROM message WHERE at <= ?', before)
    sql.exec('DELETE FROM inbox WHERE received <= ?', before)
    sql.exec('DELETE FROM seen WHERE until <= ?', now(room))
    sql.exec('DELETE FROM forward WHERE until <= ?', now(room))
  })
  if (!first(sql, 'SELECT 1 FROM inbox UNION ALL SELECT 1 FROM message LIMIT 1')) await erase(room)
}
