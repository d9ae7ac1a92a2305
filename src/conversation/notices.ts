import type { DeskNotice, Missed } from '../core/ports.ts'
import { first } from '../core/storage.ts'
import { now, type Room } from './room.ts'
import { cityOf, langOf, type State } from './state.ts'

/** What the desk must hear of, kept with the conversation until the desk has taken it. */

type NoticeRow = { position: number; body: string; attempts: number; due: number }

/** Lays a notice ready, in the transaction of what it is about. Without a desk there is nobody to tell. */
export function tellDesk(room: Room, state: State, kind: DeskNotice['kind'], missed?: Missed): void {
  if (!room.desk) return
  const at = now(room)
  const notice: DeskNotice = {
    id: `n_${crypto.randomUUID()}`,
    conversation: room.name,
    kind,
    city: cityOf(state),
    lang: langOf(state),
    adapter: state.reference.adapter,
    at: new Date(at).toISOString(),
    ...(missed ? { missed } : {}),
  }
  room.storage.sql.exec('INSERT INTO notice (body, attempts, due) VALUES (?, 0, ?)', JSON.stringify(notice), at)
}

export const nextNotice = ({ storage }: Room): NoticeRow | undefined =>
  first<NoticeRow>(storage.sql, 'SELECT * FROM notice ORDER BY position LIMIT 1')

/** Tells the desk what is due, in order; what it does not take is tried again, for as long as the conversation lasts. */
export async function tellNotices(room: Room): Promise<void> {
  const { desk, storage } = room
  if (!desk) return
  for (let row = nextNotice(room); row && row.due <= now(room); row = nextNotice(room)) {
    const taken = await desk.notify(JSON.parse(row.body) as DeskNotice).then(
      () => true,
      () => false,
    )
    if (taken) storage.sql.exec('DELETE FROM notice WHERE position = ?', row.position)
    else postpone(room, row)
  }
}

const longestWait = 5 * 60_000

function postpone(room: Room, { position, attempts }: NoticeRow): void {
  const due = now(room) + Math.min(1000 * 2 ** Math.min(attempts, 20), longestWait)
  room.storage.sql.exec('UPDATE notice SET attempts = attempts + 1, due = ? WHERE position = ?', due, position)
}
