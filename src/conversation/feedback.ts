import { first, rows } from '../core/storage.ts'
import { rowOf } from './outbox.ts'
import { now, type Room } from './room.ts'

export type Feedback = { of: string; value: 1 | -1; comment: string | null }
type Row = { seq: number; value: 1 | -1; comment: string | null; at: number }

/** Keeps what somebody thinks of a message of ours; the last opinion counts. False when there is no such message. */
export function keepFeedback(room: Room, { of, value, comment }: Feedback): boolean {
  const { sql } = room.storage
  const seq = /^m_\d{1,9}$/.test(of) ? Number(of.slice(2)) : rowOf(room, of, of)?.seq
  const message =
    seq === undefined ? undefined : first<{ body: string }>(sql, 'SELECT body FROM message WHERE seq = ?', seq)
  if (seq === undefined || !message || JSON.parse(message.body).from === 'citizen') return false
  sql.exec('INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?)', seq, value, comment, now(room))
  return true
}

export const feedbackIn = ({ storage }: Room) =>
  rows<Row>(storage.sql, 'SELECT * FROM feedback ORDER BY seq').map(({ seq, value, comment, at }) => ({
    messageId: `m_${seq}`,
    value,
    comment,
    at: new Date(at).toISOString(),
  }))
