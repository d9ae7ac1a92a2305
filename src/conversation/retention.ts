import { first } from '../core/storage.ts'
import { erase } from './erase.ts'
import { hashesOf, remember } from './remembered.ts'
import { now, type Room } from './room.ts'

const day = 24 * 3_600_000

const somethingKept = `SELECT min(at) AS at FROM (
  SELECT min(received) AS at FROM inbox UNION ALL SELECT min(at) FROM message UNION ALL SELECT min(since) FROM outbox)`
const somethingRemembered = 'SELECT min(until) AS at FROM (SELECT until FROM seen UNION ALL SELECT until FROM forward)'

type Moment = { at: number | null }

/** When something has to go: words that were kept long enough, or hashes that no longer serve. Null when nothing is kept. */
export function nextTidying({ storage, retentionDays }: Room): number | null {
  const kept = first<Moment>(storage.sql, somethingKept)?.at ?? null
  const remembered = first<Moment>(storage.sql, somethingRemembered)?.at ?? null
  const moments = [kept === null ? null : kept + retentionDays * day, remembered].filter((at) => at !== null)
  return moments.length > 0 ? Math.min(...moments) : null
}

/** Erases what was kept long enough. When no words are left, the whole database goes, and with it what lay in free pages. */
export async function tidy(room: Room): Promise<void> {
  const { sql, transactionSync } = room.storage
  const due = nextTidying(room)
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
