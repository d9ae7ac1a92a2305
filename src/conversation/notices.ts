import type { Desk, DeskNotice, Missed } from '../core/ports.ts'
import { first } from '../core/storage.ts'
import { sayStanding } from './handoff.ts'
import { now, type Room } from './room.ts'
import { cityOf, langOf, readState, type State } from './state.ts'

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

/** What has to be asked of the desk, in its turn: where the conversation stands, to be told to the citizen. */
const standing = { kind: 'standing' } as const

/** Lays ready that the citizen is told how they stand, after the desk has heard of them. */
export const askStanding = ({ storage, ...room }: Room): void =>
  void storage.sql.exec(
    'INSERT INTO notice (body, attempts, due) VALUES (?, 0, ?)',
    JSON.stringify(standing),
    now(room),
  )

export const nextNotice = ({ storage }: Room): NoticeRow | undefined =>
  first<NoticeRow>(storage.sql, 'SELECT * FROM notice ORDER BY position LIMIT 1')

/** Tells the desk what is due, in order; what it does not take is tried again, for as long as the conversation lasts. */
export async function tellNotices(room: Room): Promise<void> {
  const { desk, storage } = room
  if (!desk) return
  for (let row = nextNotice(room); row && row.due <= now(room); row = nextNotice(room)) {
    const told = await tell(room, desk, JSON.parse(row.body) as DeskNotice | typeof standing).catch(() => null)
    if (!told) postpone(room, row)
    else
      storage.transactionSync(() => {
        told()
        storage.sql.exec('DELETE FROM notice WHERE position = ?', row.position)
      })
  }
}

/** Tells one thing; gives what is to be done together with crossing it off. */
async function tell(room: Room, desk: Desk, notice: DeskNotice | typeof standing): Promise<() => void> {
  if (notice.kind !== 'standing') {
    await desk.notify(notice)
    return () => {}
  }
  const state = readState(room.storage.sql)
  const found = state && (await desk.standing(cityOf(state), room.name))
  return () => found && sayStanding(room, found)
}

const longestWait = 5 * 60_000

function postpone(room: Room, { position, attempts }: NoticeRow): void {
  const due = now(room) + Math.min(1000 * 2 ** Math.min(attempts, 20), longestWait)
  room.storage.sql.exec('UPDATE notice SET attempts = attempts + 1, due = ? WHERE position = ?', due, position)
}
