import { first } from '../../core/storage.ts'
import { forgetTrail } from './audit.ts'
import { now, type Room } from './room.ts'

/** What a desk keeps goes by itself, at the alarm of its object. The terms stand in the record of processing. */

const day = 86_400_000
/** What colleagues wrote down of calls and of what was not found: a year of it compares with the year before. */
export const entryDays = 365
/** Who did what: long enough for a complaint, and for who looks into one. */
export const auditDays = 730
/** A conversation tells a thing again until it is taken, for as long as it lasts and a little longer. */
const toldLonger = 30

/** Lets go what was kept long enough; when to look again, or null when nothing is kept that goes. */
export function forgetOld(room: Room): number | null {
  const { sql, transactionSync } = room.storage
  const at = now(room)
  transactionSync(() => {
    for (const table of ['call_back', 'carry_on', 'used']) sql.exec(`DELETE FROM ${table} WHERE until <= ?`, at)
    sql.exec('DELETE FROM entry WHERE conversation IS NOT NULL AND at <= ?', at - room.retentionDays * day)
    sql.exec('DELETE FROM entry WHERE at <= ?', at - entryDays * day)
    sql.exec('DELETE FROM told WHERE at <= ?', at - (room.retentionDays + toldLonger) * day)
    forgetTrail(room, at - auditDays * day)
  })
  return nextForgetting(room)
}

/** Numbers and codes go at their hour; for what goes by days it looks once a day. */
function nextForgetting({ storage: { sql }, ...room }: Room): number | null {
  const { numbers, codes, lasting } = first<{ numbers: number | null; codes: number | null; lasting: 0 | 1 }>(
    sql,
    `SELECT (SELECT min(until) FROM call_back) AS numbers, (SELECT min(until) FROM carry_on) AS codes,
      EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM told) OR EXISTS (SELECT 1 FROM audit) AS lasting`,
  ) ?? { numbers: null, codes: null, lasting: 0 }
  const moments = [numbers, codes, lasting ? now(room) + day : null].filter((at) => at !== null)
  return moments.length > 0 ? Math.min(...moments) : null
}

/** After anything was kept: the alarm rings for it in time. */
export async function armForgetting(room: Room): Promise<void> {
  const next = nextForgetting(room)
  const set = await room.storage.getAlarm()
  if (next !== null && (set === null || next < set)) await room.storage.setAlarm(next)
}
