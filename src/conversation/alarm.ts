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

/** When each chore is due; null: there is nothing to do. */
export type Dues = Record<keyof typeof chores, number | null>

/** After a chore that broke: when to try again. */
const later = 60_000

/** How long after a message the alarm rings for what it left to do, should we not be there any more to do it at once. */
const net = 60_000

/** When the alarm of a room rings, as far as we set it ourselves: an object that has just woken does not know. */
const rings = new WeakMap<Room, number>()

function setAlarm(room: Room, at: number): Promise<void> {
  rings.set(room, at)
  return room.storage.setAlarm(at)
}

/** After the alarm rang or went, or was set in a transaction that came to nothing. */
export const forgetAlarm = (room: Room): boolean => rings.delete(room)

const alarmOf = async (room: Room): Promise<number | null> => rings.get(room) ?? room.storage.getAlarm()

/** Rooms at work, and whether something came in meanwhile. */
const atWork = new WeakMap<Room, { again: boolean; done: Promise<void> }>()

/**
 * Does what is due and sets the next alarm: at once for what came in, and when the alarm rings. One at a time for each
 * conversation; who comes meanwhile waits for the one that is at it, which looks again. `known`: what is due, for who has
 * just looked.
 */
export function work(room: Room, known?: Dues): Promise<void> {
  const busy = atWork.get(room)
  if (busy) {
    busy.again = true
    return busy.done
  }
  const turn = { again: true, done: Promise.resolve() }
  atWork.set(room, turn)
  turn.done = (async () => {
    try {
      for (let dues = known; turn.again; dues = undefined) {
        turn.again = false
        const broke = await doWhatIsDue(room, dues ?? duesOf(room))
        if (!turn.again && isMade(room.storage.sql)) await arm(room, broke ? now(room) + later : 0)
        room.stream.publish()
      }
    } finally {
      atWork.delete(room)
    }
  })()
  return turn.done
}

/**
 * Never throws: after six failures in a row the platform forgets an alarm. One chore that breaks keeps the others from
 * nothing, and is tried again later. True when one broke.
 */
async function doWhatIsDue(room: Room, dues: Dues): Promise<boolean> {
  let broken = false
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
  return broken
}

/**
 * Sets the one alarm for what comes first, `earliest` at the earliest, unless it rings before that: then it looks again.
 * What is due is read after the last wait: whoever comes last sets it right for all.
 */
export async function arm(room: Room, earliest = 0): Promise<void> {
  const set = await alarmOf(room)
  const due = firstOf(duesOf(room))
  if (due === null) return
  const at = Math.max(due, earliest)
  if (set === null || set > at) await setAlarm(room, at)
}

/** The moment of what comes first; null when nothing is to come. */
export function firstOf(dues: Dues): number | null {
  const set = Object.values(dues).filter((due) => due !== null)
  return set.length > 0 ? Math.min(...set) : null
}

/**
 * For what came in, inside the transaction that keeps it: one write to disk. What is due at once is done by who calls
 * this; the alarm is for when we die before that. `isNew`: the conversation begins with this, so that no alarm is set.
 */
export function armInTransaction(room: Room, isNew = false): Dues {
  const dues = duesOf(room)
  const next = firstOf(dues)
  if (next === null) return dues
  const isDue = next <= now(room)
  const at = isDue ? now(room) + net : next
  if (isNew || (isDue && (rings.get(room) ?? Number.POSITIVE_INFINITY) > at)) void setAlarm(room, at)
  return dues
}

/** Looks at everything again only when the alarm would ring too late for `due`: mostly it is set for days to come. */
export async function armFor(room: Room, due: number): Promise<void> {
  const set = await alarmOf(room)
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
