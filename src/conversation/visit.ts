import type { Door, Rules, Shut, Visit } from '../core/ports.ts'
import { first } from '../core/storage.ts'
import { now, type Room } from './room.ts'
import { langOf, readState, type State } from './state.ts'

/** Signs of life closer together than this are one. */
const apart = 30_000

/** Whether the conversation is still open to who holds its key; counts as a sign of life. */
export function visit(room: Room, rules: Rules): Visit | null {
  const { sql } = room.storage
  const state = readState(sql)
  const at = now(room)
  if (!state || !isOpen(state, rules, at)) return null
  if (at - state.seen > apart) sql.exec('UPDATE conversation SET seen = ?', at)
  const seq = first<{ seq: number }>(sql, 'SELECT coalesce(max(seq), 0) AS seq FROM message')?.seq ?? 0
  const { city } = state.reference
  return { startedAt: iso(state.started), lastAt: iso(state.seen), seq, city, lang: langOf(state) }
}

const isOpen = ({ started, seen }: State, { idleMs, longestMs }: Rules, at: number): boolean =>
  at - started <= longestMs && at - seen <= idleMs

/** The same for who comes in to say something: what keeps them out, if anything does. Changes `state`. */
export function pass(room: Room, state: State | null, { cities, ...rules }: Door): Shut | null {
  if (!state || !isOpen(state, rules, now(room))) return 'closed'
  const { city } = state.reference
  if (cities && city && !cities.includes(city)) return 'elsewhere'
  state.seen = Math.max(state.seen, now(room))
  return null
}

const iso = (at: number): string => new Date(at).toISOString()
