import { codeOf, log } from '../core/log.ts'
import { first } from '../core/storage.ts'
import { deliver } from './deliver.ts'
import { moveAway } from './move.ts'
import { nextNotice, tellNotices } from './notices.ts'
import { headOf } from './outbox.ts'
import { nextTidying, tidy } from './retention.ts'
import { now, type Room } from './room.ts'
import { isMade } from './schema.ts'

/** Everything that a conversation does by itself, in order. */
const chores = { moveAway, deliver, tellNotices, tidy }

/** After a chore that broke: when to try again. */
const later = 60_000

/**
 * Never throws: after six failures in a row the platform forgets an alarm. One chore that breaks keeps the others from
 * nothing. Whoever calls sets the next alarm.
 */
export async function onAlarm(room: Room): Promise<void> {
  let broken = false
  for (const [name, chore] of Object.entries(chores)) {
    try {
      if (isMade(room.storage.sql)) await chore(room)
    } catch (error) {
      broken = true
      log({ event: 'alarm-failed', code: codeOf(error), route: name })
    }
  }
  if (broken) await room.storage.setAlarm(now(room) + later)
}

/** Sets the one alarm for what comes first. An alarm that is too early does no harm, so it is only ever moved forward. */
export async function arm(room: Room): Promise<void> {
  const due = nextChore(room)
  if (due === null) return
  const set = await room.storage.getAlarm()
  if (set === null || due < set) await room.storage.setAlarm(due)
}

function nextChore(room: Room): number | null {
  const head = headOf(room)
  const moving = first(room.storage.sql, 'SELECT 1 FROM conversation WHERE moved IS NOT NULL')
  const dues = [
    moving ? now(room) : null,
    // On its way in this very process: the alarm that sends it looks again when it is done.
    head ? (head.state === 'sending' ? now(room) + later : head.due) : null,
    nextNotice(room)?.due ?? null,
    nextTidying(room),
  ].filter((due) => due !== null)
  return dues.length > 0 ? Math.min(...dues) : null
}
