import type { Activity, ConversationReference } from '../core/activity.ts'
import type { Accepted } from '../core/ports.ts'
import { first, type Sql } from '../core/storage.ts'
import { digest } from './name.ts'
import { now, type Room } from './room.ts'
import { newState, readState, writeState } from './state.ts'
import { take } from './take.ts'

/** Takes in what happened on the far side: each activity once, in the order in which it was sent, all of it or nothing. */
export async function accept(
  room: Room,
  reference: ConversationReference,
  activities: Activity[],
): Promise<Accepted[]> {
  const { sql, transactionSync } = room.storage
  const erased = await erasedAmong(sql, activities)
  return transactionSync(() => {
    const state = readState(sql) ?? newState(reference, now(room))
    state.reference = { ...reference, city: reference.city ?? state.reference.city }
    const taken = new Map<Activity, Accepted>()
    for (const activity of inOrder(activities)) {
      taken.set(activity, erased.has(activity.id) ? alreadyErased(activity) : take(room, state, activity))
    }
    writeState(sql, state)
    return activities.flatMap((activity) => taken.get(activity) ?? [])
  })
}

/** By the moment of sending; those of one moment stay as they came. */
const inOrder = (activities: Activity[]): Activity[] =>
  activities.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))

/** Ids of which only a hash is left, since the conversation around them was erased. */
async function erasedAmong(sql: Sql, activities: Activity[]): Promise<Set<string>> {
  if (!first(sql, 'SELECT 1 FROM seen LIMIT 1')) return new Set()
  const hashed = await Promise.all(activities.map(async ({ id }) => ({ id, hash: await digest(id) })))
  return new Set(hashed.filter(({ hash }) => first(sql, 'SELECT 1 FROM seen WHERE id = ?', hash)).map(({ id }) => id))
}

const alreadyErased = ({ id }: Activity): Accepted => ({
  id,
  seq: null,
  duplicate: true,
  conflict: false,
  replies: [],
  handedOff: false,
  retryAfter: null,
})
