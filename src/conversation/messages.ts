import type { Draft, Message } from '../core/message.ts'
import { first, rows, type Sql } from '../core/storage.ts'

/** Messages of a conversation: numbered from 0, without gaps. */

type Stored = { seq: number; at: number; body: string }

/** The number of the next message, as SQL. */
export const nextSeq = '(SELECT coalesce(max(seq) + 1, 0) FROM message)'

/** Gives a draft its place: `seq`, or the next. `arrival` is the inbox row that it is, or answers. */
export function addMessage(sql: Sql, draft: Draft, at: number, arrival: number | null, seq?: number): Message {
  const row = first<{ seq: number }>(
    sql,
    `INSERT INTO message VALUES (coalesce(?, ${nextSeq}), ?, ?, ?) RETURNING seq`,
    seq ?? null,
    at,
    arrival,
    JSON.stringify(draft),
  )
  if (!row) throw new Error('conversation: a message got no number')
  return placed(draft, row.seq, at)
}

export const messagesAfter = (sql: Sql, after: number, limit: number): Message[] =>
  rows<Stored>(sql, 'SELECT seq, at, body FROM message WHERE seq > ? ORDER BY seq LIMIT ?', after, limit).map(read)

/** What was answered to an inbox row. */
export const repliesTo = (sql: Sql, arrival: number): Message[] =>
  rows<Stored>(sql, 'SELECT seq, at, body FROM message WHERE arrival = ? ORDER BY seq', arrival)
    .map(read)
    .filter(({ from }) => from !== 'citizen')

const read = ({ seq, at, body }: Stored): Message => placed(JSON.parse(body) as Draft, seq, at)

const placed = (draft: Draft, seq: number, at: number): Message => ({
  seq,
  id: `m_${seq}`,
  at: new Date(at).toISOString(),
  ...draft,
})
