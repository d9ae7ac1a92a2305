import { rows, type Sql, unmake } from '../core/storage.ts'
import { forgetAlarm } from './alarm.ts'
import { tellDesk } from './notices.ts'
import { type Hashed, hashesOf, remember } from './remembered.ts'
import { now, type Room } from './room.ts'
import { migrate } from './schema.ts'
import { readState } from './state.ts'

type Left = { seen: Hashed[]; notices: { body: string; due: number }[]; forward: { name: string; until: number }[] }

/**
 * Erases the conversation with its whole database, so that nothing stays behind in free pages. Written again are hashes
 * of ids that a platform could still deliver, what the desk must still hear, and where the person went.
 */
export async function erase(room: Room): Promise<void> {
  const { storage } = room
  await storage.exclusively(async () => {
    const hashes = await hashesOf(room)
    const state = readState(storage.sql)
    if (state) tellDesk(room, state, 'erased')
    const left = whatStays(storage.sql, hashes, now(room))
    room.stream.close()
    forgetAlarm(room)
    await storage.deleteAlarm()
    await storage.deleteAll()
    unmake(storage.sql)
    if (left.seen.length + left.notices.length + left.forward.length === 0) return
    migrate(storage)
    storage.transactionSync(() => writeBack(storage.sql, left))
  })
}

function whatStays(sql: Sql, hashes: Hashed[], at: number): Left {
  remember(sql, hashes)
  return {
    seen: rows<Hashed>(sql, 'SELECT * FROM seen WHERE until > ?', at),
    // Feedback holds words; the desk has not heard of it and never will.
    notices: rows(
      sql,
      "SELECT body, due FROM notice WHERE json_extract(body, '$.kind') NOT IN ('feedback', 'standing') ORDER BY position",
    ),
    forward: rows(sql, 'SELECT * FROM forward WHERE until > ?', at),
  }
}

function writeBack(sql: Sql, { seen, notices, forward }: Left): void {
  remember(sql, seen)
  for (const { body, due } of notices) sql.exec('INSERT INTO notice (body, attempts, due) VALUES (?, 0, ?)', body, due)
  for (const { name, until } of forward) sql.exec('INSERT INTO forward VALUES (?, ?)', name, until)
}
