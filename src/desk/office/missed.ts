import * as z from 'zod'
import { once } from '../../core/once.ts'
import type { DeskNotice } from '../../core/ports.ts'
import { rows } from '../../core/storage.ts'
import { type Status, statuses, voices } from '../missed/status.ts'
import type { unansweredEntry } from './entry.ts'
import { now, type Room } from './room.ts'

/** What had no good answer: logged by colleagues, or called wrong by citizens on any way in. One list for who mends it. */

/** A way of asking that a page should know, for an editor to look at. `page`: a service id, or `concept:<slug>`. */
export const proposal = once(() =>
  z.object({
    page: z.string().regex(/^(concept:)?[a-z0-9/-]{1,120}$/),
    lang: z.enum(['nl', 'fr', 'en']),
    voice: z.enum(voices),
    phrasing: z.string().trim().min(2).max(400),
  }),
)
export type Proposal = z.infer<ReturnType<typeof proposal>>

/** What changes about some of the list: how far it is, whose it is, and what is proposed. */
export const mark = once(() =>
  z.object({
    ids: z.array(z.string().min(1).max(120)).min(1).max(500),
    status: z.enum(statuses),
    owner: z.string().max(255).nullable(),
    proposal: proposal().nullable().default(null),
  }),
)
export type Mark = z.infer<ReturnType<typeof mark>>

export type Unanswered = z.infer<ReturnType<typeof unansweredEntry>> & {
  status: Status
  owner: string | null
  proposal: Proposal | null
}

type Row = { body: string; status: Status; owner: string | null; proposal: string | null }

const day = 86_400_000

/** Words of a citizen whose conversation ended elsewhere go when those of every conversation would: seen by nobody after. */
const forgetOld = (room: Room): void =>
  void room.storage.sql.exec(
    'DELETE FROM entry WHERE conversation IS NOT NULL AND at <= ?',
    now(room) - room.retentionDays * day,
  )

/** The list, newest first. */
export function unanswered(room: Room, limit: number): Unanswered[] {
  forgetOld(room)
  return rows<Row>(
    room.storage.sql,
    "SELECT body, status, owner, proposal FROM entry WHERE kind = 'unanswered' ORDER BY at DESC, id LIMIT ?",
    limit,
  ).map(({ body, status, owner, proposal }) => ({
    ...(JSON.parse(body) as z.infer<ReturnType<typeof unansweredEntry>>),
    status,
    owner,
    proposal: proposal === null ? null : (JSON.parse(proposal) as Proposal),
  }))
}

/** Marks those that are there; how many. */
export function markAll({ storage: { sql } }: Room, { ids, status, owner, proposal }: Mark): number {
  const kept = proposal === null ? null : JSON.stringify(proposal)
  return ids.flatMap((id) =>
    rows(
      sql,
      `UPDATE entry SET status = ?, owner = ?, proposal = coalesce(?, proposal)
       WHERE id = ? AND kind = 'unanswered' RETURNING id`,
      status,
      owner,
      kept,
      id,
    ),
  ).length
}

/** Proposals that an editor has not dealt with, oldest first. */
export const proposals = (room: Room): Proposal[] =>
  unanswered(room, 10_000)
    .flatMap(({ status, proposal }) => (status === 'proposed' && proposal ? [proposal] : []))
    .reverse()

const channels = ['web', 'whatsapp', 'teams'] as const

/** An answer that a citizen calls wrong, or no longer does. What a colleague took up already stays. */
export function keepMissed(room: Room, { conversation, missed, lang, adapter, at }: DeskNotice): void {
  if (!missed) return
  const { sql } = room.storage
  forgetOld(room)
  const id = `${conversation}:${missed.message}`
  if (missed.text === null) {
    sql.exec("DELETE FROM entry WHERE id = ? AND status = 'open'", id)
    return
  }
  const entry: z.infer<ReturnType<typeof unansweredEntry>> = {
    id,
    at,
    kind: 'unanswered',
    text: missed.text.slice(0, 500),
    service: missed.service,
    note: missed.note?.slice(0, 500) ?? null,
    channel: channels.find((channel) => channel === adapter) ?? 'web',
    lang,
  }
  sql.exec(
    `INSERT INTO entry (id, kind, at, agent, body, status, conversation) VALUES (?1, 'unanswered', ?2, 'citizen', ?3, 'open', ?4)
     ON CONFLICT DO UPDATE SET body = ?3`,
    id,
    Date.parse(at),
    JSON.stringify(entry),
    conversation,
  )
}

/** A citizen who erases their conversation takes its questions along. */
export const forgetMissed = ({ storage: { sql } }: Room, conversation: string): void =>
  void sql.exec('DELETE FROM entry WHERE conversation = ?', conversation)
