import * as z from 'zod'
import { longestNotice, type Notice, type PublishedNotice } from '../../core/notice.ts'
import { once } from '../../core/once.ts'
import { first, rows } from '../../core/storage.ts'
import { type Agent, now, type Room } from './room.ts'

/** Notices that a colleague publishes while the program runs. */

const text = () => z.string().trim().min(1).max(300)
const ids = () => z.array(z.string().min(1).max(120)).max(100)
const moment = () => z.iso.datetime({ offset: true })
const day = 86_400_000

/** What a colleague sends. The same id again replaces what was published under it. */
export const noticeBody = once(() =>
  z
    .object({
      id: z.string().min(8).max(64),
      from: moment(),
      until: moment(),
      text: z.object({ nl: text(), fr: text().optional(), en: text().optional() }),
      services: ids(),
      locations: ids(),
      districts: ids(),
      closes: z.boolean(),
    })
    .refine(({ from, until }) => Date.parse(from) < Date.parse(until), { path: ['until'] })
    .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= longestNotice * day, { path: ['until'] }),
)

type Row = { body: string }

/** Notices that hold now or will, in the order in which they end. */
export const noticesNow = (room: Room): PublishedNotice[] =>
  rows<Row>(room.storage.sql, 'SELECT body FROM notice WHERE until > ? ORDER BY until, id', now(room)).map(
    ({ body }) => JSON.parse(body) as PublishedNotice,
  )

export function publish(room: Room, notice: Notice, { name }: Agent): PublishedNotice {
  const published = { ...notice, by: name, at: new Date(now(room)).toISOString() }
  write(room, published)
  return published
}

/** Ends a notice before its time. Null: there is none that holds. */
export function endNotice(room: Room, id: string): PublishedNotice | null {
  const row = first<Row>(room.storage.sql, 'SELECT body FROM notice WHERE id = ? AND until > ?', id, now(room))
  if (!row) return null
  const ended = { ...(JSON.parse(row.body) as PublishedNotice), until: new Date(now(room)).toISOString() }
  write(room, ended)
  return ended
}

/** What ended so long ago that nobody asks for it goes. */
function write(room: Room, notice: PublishedNotice): void {
  const { sql } = room.storage
  sql.exec('DELETE FROM notice WHERE until < ?', now(room) - longestNotice * day)
  sql.exec(
    'INSERT OR REPLACE INTO notice VALUES (?, ?, ?)',
    notice.id,
    Date.parse(notice.until),
    JSON.stringify(notice),
  )
  room.announce({ type: 'notices' })
}
