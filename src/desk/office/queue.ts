import type { DeskNotice } from '../../core/ports.ts'
import { first, rows } from '../../core/storage.ts'
import { forgetNumber } from './call-back.ts'
import { forgetCode } from './carry-on.ts'
import { forgetMissed, keepMissed } from './missed.ts'
import { type Agent, now, type Room } from './room.ts'
import { keepWait } from './standing.ts'

/** Conversations that want a person, and who has them. */

export type Waiting = {
  conversation: string
  adapter: string
  lang: 'nl' | 'fr' | 'en'
  /** ISO in UTC. */
  since: string
  crisis: boolean
  /** A message of ours could not be delivered. */
  undelivered: boolean
  /** Who took it; null while it waits. */
  agent: Agent | null
  /** Rises with every change of hands: who claims says which one they saw. */
  version: number
}

type Row = {
  conversation: string
  adapter: string
  lang: Waiting['lang']
  requested: number
  crisis: number
  undelivered: number
  agent: string | null
  agent_name: string | null
  version: number
}

/** Crisis first, then who waits longest; what colleagues have comes last. */
export const queue = ({ storage: { sql } }: Room): Waiting[] =>
  rows<Row>(sql, 'SELECT * FROM queue ORDER BY agent IS NOT NULL, crisis DESC, requested, conversation').map(read)

export function find({ storage: { sql } }: Room, conversation: string): Waiting | null {
  const row = first<Row>(sql, 'SELECT * FROM queue WHERE conversation = ?', conversation)
  return row ? read(row) : null
}

const read = ({ requested, crisis, undelivered, agent, agent_name, ...row }: Row): Waiting => ({
  conversation: row.conversation,
  adapter: row.adapter,
  lang: row.lang,
  since: new Date(requested).toISOString(),
  crisis: crisis === 1,
  undelivered: undelivered === 1,
  agent: agent === null ? null : { subject: agent, name: agent_name },
  version: row.version,
})

/** Takes in what a conversation tells; the same notice again changes nothing. */
export function take(room: Room, notice: DeskNotice): void {
  const { sql, transactionSync } = room.storage
  const isNew = transactionSync(() => {
    if (first(sql, 'SELECT 1 FROM told WHERE id = ?', notice.id)) return false
    sql.exec('INSERT INTO told VALUES (?, ?)', notice.id, now(room))
    if (notice.kind === 'feedback') keepMissed(room, notice)
    else apply(room, notice)
    if (notice.kind === 'erased') {
      forgetMissed(room, notice.conversation)
      forgetNumber(room, notice.conversation)
      forgetCode(room, notice.conversation)
    }
    return true
  })
  if (!isNew) return
  const { kind, conversation } = notice
  if (kind === 'feedback') return
  if (kind === 'said' || kind === 'crisis' || kind === 'undelivered') room.announce({ type: kind, conversation })
  room.announce({ type: 'queue' })
}

function apply({ storage: { sql } }: Room, { kind, conversation, adapter, lang, at }: DeskNotice): void {
  const moment = Date.parse(at)
  if (kind === 'closed' || kind === 'erased') {
    sql.exec('DELETE FROM queue WHERE conversation = ?', conversation)
    return
  }
  if (kind === 'requested' || kind === 'crisis') {
    sql.exec(
      `INSERT INTO queue (conversation, adapter, lang, requested, heard, crisis) VALUES (?1, ?2, ?3, ?4, ?4, ?5)
       ON CONFLICT DO UPDATE SET heard = ?4, crisis = max(crisis, ?5)`,
      conversation,
      adapter,
      lang,
      moment,
      kind === 'crisis' ? 1 : 0,
    )
    return
  }
  sql.exec('UPDATE queue SET heard = ? WHERE conversation = ?', moment, conversation)
  if (kind === 'undelivered') sql.exec('UPDATE queue SET undelivered = 1 WHERE conversation = ?', conversation)
}

/** Gives a waiting conversation to the first who asks with the version they saw; null: somebody was faster, or it is gone. */
export function claim(room: Room, conversation: string, { subject, name }: Agent, version: number): Waiting | null {
  const [won] = rows<{ requested: number }>(
    room.storage.sql,
    `UPDATE queue SET agent = ?, agent_name = ?, version = version + 1
     WHERE conversation = ? AND agent IS NULL AND version = ? RETURNING requested`,
    subject,
    name,
    conversation,
    version,
  )
  if (!won) return null
  keepWait(room, Math.max(0, now(room) - won.requested))
  room.announce({ type: 'queue' })
  return find(room, conversation)
}

/** Puts it back in the queue, in its old place, or (`to`) in a colleague's hands. */
export function pass(room: Room, conversation: string, to: Agent | null): void {
  room.storage.sql.exec(
    'UPDATE queue SET agent = ?, agent_name = ?, version = version + 1 WHERE conversation = ?',
    to?.subject ?? null,
    to?.name ?? null,
    conversation,
  )
  room.announce({ type: 'queue' })
}

export function close(room: Room, conversation: string): void {
  room.storage.sql.exec('DELETE FROM queue WHERE conversation = ?', conversation)
  room.announce({ type: 'queue' })
}
