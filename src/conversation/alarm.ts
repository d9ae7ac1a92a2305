import { codeOf, log } from '../core/log.ts'
import { first } from '../core/storage.ts'
import { deliver, dueOf } from './deliver.ts'
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
 * Does what is due and sets the next alarm. Never throws: after six failures in a row the platform forgets an alarm. One
 * chore that breaks keeps the others from nothing, and is tried again later.
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
  if (isMade(room.storage.sql)) await arm(room, broken ? now(room) + later : 0)
}

/**
 * Sets the one alarm for what comes first, `earliest` at the earliest. What is due is read after the last wait: whoever
 * comes last sets it right for all.
 */
export async function arm(room: Room, earliest = 0): Promise<void> {
  const set = await room.storage.getAlarm()
  const due = nextChore(room)
  if (due === null) return
  const at = Math.max(due, earliest)
  if (at !== set) await room.storage.setAlarm(at)
}

function nextChore(room: Room): number | null {
  const head = headOf(room)
  const moving = first(room.storage.sql, 'SELECT 1 FROM conversation WHERE moved IS NOT NULL')
  const dues = [
    moving ? now(room) : null,
    head ? dueOf(head) : null,
    nextNotice(room)?.due ?? null,
    nextTidying(room),
  ].filter((due) => due !== null)
  return dues.length > 0 ? Math.min(...dues) : null
}
