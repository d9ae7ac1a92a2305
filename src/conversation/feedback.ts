import type { Draft } from '../core/message.ts'
import { first, rows } from '../core/storage.ts'
import { tellDesk } from './notices.ts'
import { rowOf } from './outbox.ts'
import { now, type Room } from './room.ts'
import { readState } from './state.ts'

export type Feedback = { of: string; value: 1 | -1; comment: string | null }
type Row = { seq: number; value: 1 | -1; comment: string | null; at: number }

/**
 * Keeps what somebody thinks of a message of ours; the last opinion counts. Who mends the content hears of a bad one.
 * False when there is no such message.
 */
export function keepFeedback(room: Room, { of, value, comment }: Feedback): boolean {
  const { sql } = room.storage
  const seq = /^m_\d{1,9}$/.test(of) ? Number(of.slice(2)) : rowOf(room, of, of)?.seq
  const judged =
    seq === undefined ? undefined : first<Judged>(sql, 'SELECT arrival, body FROM message WHERE seq = ?', seq)
  if (seq === undefined || !judged) return false
  const message = JSON.parse(judged.body) as Draft
  if (message.from === 'citizen') return false
  const before = first<{ value: number }>(sql, 'SELECT value FROM feedback WHERE seq = ?', seq)
  room.storage.transactionSync(() => {
    sql.exec('INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?)', seq, value, comment, now(room))
    if (message.from === 'bot' && (value === -1 || before?.value === -1))
      tell(room, judged, message, { of: `m_${seq}`, value, comment })
  })
  return true
}

type Judged = { arrival: number | null; body: string }

function tell(room: Room, { arrival }: Judged, { blocks }: Draft, { of, value, comment }: Feedback): void {
  const state = readState(room.storage.sql)
  const question = first<{ body: string }>(
    room.storage.sql,
    "SELECT body FROM message WHERE arrival = ? AND json_extract(body, '$.from') = 'citizen'",
    arrival,
  )
  if (!state || !question) return
  const text = value === -1 ? (JSON.parse(question.body) as Draft).text : null
  const service = blocks.find((block) => block.t === 'service')?.id ?? null
  tellDesk(room, state, 'feedback', { message: of, text, service, note: comment })
}

export const feedbackIn = ({ storage }: Room) =>
  rows<Row>(storage.sql, 'SELECT * FROM feedback ORDER BY seq').map(({ seq, value, comment, at }) => ({
    messageId: `m_${seq}`,
    value,
    comment,
    at: new Date(at).toISOString(),
  }))
