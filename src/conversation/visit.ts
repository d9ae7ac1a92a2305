import type { Visit } from '../core/ports.ts'
import { first } from '../core/storage.ts'
import { now, type Room } from './room.ts'
import { langOf, readState } from './state.ts'

/** Signs of life closer together than this are one. */
const apart = 30_000

/** Whether the conversation is still open to who holds its key; counts as a sign of life. */
export function visit(room: Room, { idleMs, longestMs }: { idleMs: number; longestMs: number }): Visit | null {
  const { sql } = room.storage
  const state = readState(sql)
  const at = now(room)
  if (!state || at - state.started > longestMs || at - state.seen > idleMs) return null
  if (at - state.seen > apart) sql.exec('UPDATE conversation SET seen = ?', at)
  const seq = first<{ seq: number }>(sql, 'SELECT coalesce(max(seq), 0) AS seq FROM message')?.seq ?? 0
  const { city } = state.reference
  return { startedAt: iso(state.started), lastAt: iso(state.seen), seq, city, lang: langOf(state) }
}

const iso = (at: number): string => new Date(at).toISOString()
