import { codeOf, log } from '../core/log.ts'
import { first, isMade } from '../core/storage.ts'
import { deliver } from './deliver.ts'
import { moveAway } from './move.ts'
import { tellNotices } from './notices.ts'
import { dueOfRow, open } from './outbox.ts'
import { eraseAsAsked, lastMessageWithin } from './own-data.ts'
import { nextTidying, type Oldest, oldest, tidy } from './retention.ts'
import { now, type Room } from './room.ts'

/** Everything that a conversation does by itself, in order. */
const chores = { moveAway, deliver, tellNotices, eraseAsAsked, tidy }

type Dues = Record<keyof typeof chores, number | null>

/** After a chore that broke: when to try again. */
const later = 60_000

/**
 * Does what is due and sets the next alarm. Never throws: after six failures in a row the platform forgets an alarm. One
 * chore that breaks keeps the others from nothing, and is tried again later.
 */
export async function onAlarm(room: Room): Promise<void> {
  let broken = false
  const dues = duesOf(room)
  for (const [name, chore] of Object.entries(chores)) {
    const due = dues[name as keyof Dues]
    // What another chore adds is due at once, and rings again.
    if (due === null || due > now(room) || !isMade(room.storage.sql)) continue
    try {
      await chore(room)
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
  const dues = Object.values(duesOf(room)).filter((due) => due !== null)
  if (dues.length === 0) return
  const at = Math.max(Math.min(...dues), earliest)
  if (at !== set) await room.storage.setAlarm(at)
}

/**
 * The same for what is due at once, inside the transaction that made it so: one write to disk instead of two. Otherwise
 * it gives the moment of what comes first; null when the alarm is set, or nothing is to come.
 */
export function armAtOnce(room: Room): number | null {
  const dues = Object.values(duesOf(room)).filter((due) => due !== null)
  const next = dues.length > 0 ? Math.min(...dues) : null
  if (next === null || next > now(room)) return next
  void room.storage.setAlarm(now(room))
  return null
}

/** Looks at everything again only when the alarm would ring too late for `due`: mostly it is set for days to come. */
export async function armFor(room: Room, due: number): Promise<void> {
  const set = await room.storage.getAlarm()
  if (set === null || set > due) await arm(room)
}

const next = `SELECT
  (SELECT 1 FROM conversation WHERE moved IS NOT NULL) AS moving,
  (SELECT erase FROM conversation) AS erase,
  (SELECT ${dueOfRow} FROM outbox WHERE state IN ${open} ORDER BY position LIMIT 1) AS head,
  (SELECT due FROM notice ORDER BY position LIMIT 1) AS notice,
  ${oldest}`

type Next = Oldest & { moving: 1 | null; erase: number | null; head: number | null; notice: number | null }

function duesOf(room: Room): Dues {
  const { moving, erase, head, notice, ...kept } = first<Next>(room.storage.sql, next) as Next
  const erasing = erase !== null && head !== null ? erase + lastMessageWithin : erase
  return {
    moveAway: moving && now(room),
    deliver: head,
    tellNotices: notice,
    eraseAsAsked: erasing,
    tidy: nextTidying(kept, room.retentionDays),
  }
}
