import * as z from 'zod'
import { once } from '../../core/once.ts'
import { first } from '../../core/storage.ts'
import { now, type Room } from './room.ts'

/**
 * What colleagues write down: how a call ended, and what was not found. Each comes with an id that the page makes, so
 * that what was logged while the server was away arrives once.
 */

const id = () => z.string().min(8).max(64)
const at = () => z.iso.datetime({ offset: true })
const lang = () => z.enum(['nl', 'fr', 'en'])

/** How a call ended. Words of the caller are no part of it. */
export const callEntry = once(() =>
  z.object({
    id: id(),
    at: at(),
    kind: z.literal('call'),
    outcome: z.enum(['solved', 'transferred', 'transfer-failed', 'call-back', 'not-found']),
    service: z.string().max(120).nullable(),
    lang: lang(),
    seconds: z.number().int().min(0).max(86_400),
  }),
)

/** A question without a good answer, personal data already taken out. */
export const unansweredEntry = once(() =>
  z.object({
    id: id(),
    at: at(),
    kind: z.literal('unanswered'),
    text: z.string().min(1).max(500),
    /** The answer that was wrong, when there was one. */
    service: z.string().max(120).nullable(),
    note: z.string().max(500).nullable(),
    channel: z.enum(['phone', 'web', 'whatsapp', 'teams', 'counter']),
    lang: lang(),
  }),
)

export const deskEntry = once(() => z.discriminatedUnion('kind', [callEntry(), unansweredEntry()]))
export type DeskEntry = z.infer<ReturnType<typeof deskEntry>>
/** Keeps the entries that are new. Gives back how many. */
export function log(room: Room, entries: DeskEntry[], agent: string): number {
  const { sql, transactionSync } = room.storage
  return transactionSync(
    () =>
      entries.filter((entry) => {
        if (first(sql, 'SELECT 1 FROM entry WHERE id = ?', entry.id)) return false
        sql.exec(
          'INSERT INTO entry (id, kind, at, agent, body, status) VALUES (?, ?, ?, ?, ?, ?)',
          entry.id,
          entry.kind,
          Math.min(Date.parse(entry.at), now(room)),
          agent,
          JSON.stringify(entry),
          entry.kind === 'unanswered' ? 'open' : null,
        )
        return true
      }).length,
  )
}
