import type { Activity, ConversationReference } from '../core/activity.ts'
import type { Accepted } from '../core/ports.ts'
import { first } from '../core/storage.ts'
import { rememberedAmong } from './remembered.ts'
import { now, type Room } from './room.ts'
import { newState, readState, type State, writeState } from './state.ts'
import { take } from './take.ts'

/** Takes in what happened on the far side: each activity once, in the order in which it was sent, all of it or nothing. */
export async function accept(
  room: Room,
  reference: ConversationReference | null,
  activities: Activity[],
): Promise<Accepted[]> {
  const { sql, transactionSync } = room.storage
  const ids = activities.map(({ id }) => id)
  const gone = await gonePast(room, ids)
  const fresh = activities.filter(({ id }) => !gone.has(id))
  const elsewhere = first<{ name: string }>(sql, 'SELECT name FROM forward')
  const taken = elsewhere
    ? await room.open(elsewhere.name).accept(null, fresh)
    : transactionSync(() => takeAll(room, reference, fresh))
  const byActivity = new Map(fresh.map((activity, at) => [activity, taken[at]]))
  return activities.flatMap((activity) => byActivity.get(activity) ?? alreadyGone(activity))
}

/** What we know of and cannot answer for any more: erased, or on its way to another object. */
async function gonePast({ storage: { sql } }: Room, ids: string[]): Promise<Set<string>> {
  const remembered = await rememberedAmong(sql, ids)
  const leaving = first(sql, 'SELECT 1 FROM forward')
    ? ids.filter((id) => first(sql, 'SELECT 1 FROM inbox WHERE id = ?', id))
    : []
  return new Set([...remembered, ...leaving])
}

/** `reference` is null for what another conversation passes on: then ours is newer. */
function takeAll(room: Room, reference: ConversationReference | null, activities: Activity[]): Accepted[] {
  const { sql } = room.storage
  const state = stateFor(room, reference)
  const taken = new Map<Activity, Accepted>()
  for (const activity of inOrder(activities)) taken.set(activity, take(room, state, activity))
  writeState(sql, state)
  return activities.flatMap((activity) => taken.get(activity) ?? [])
}

function stateFor(room: Room, reference: ConversationReference | null): State {
  const known = readState(room.storage.sql)
  if (!reference) {
    if (!known) throw new Error('conversation: passed on to nobody')
    return known
  }
  if (!known) return newState(reference, now(room))
  return { ...known, reference: { ...known.reference, ...definedIn(reference) } }
}

/** What a platform leaves out this time stays as it was. */
const definedIn = (reference: ConversationReference): Partial<ConversationReference> =>
  Object.fromEntries(Object.entries(reference).filter(([, value]) => value !== null))

/** By the moment of sending; those of one moment stay as they came. */
const inOrder = (activities: Activity[]): Activity[] =>
  activities.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))

const alreadyGone = ({ id }: Activity): Accepted => ({
  id,
  seq: null,
  duplicate: true,
  conflict: false,
  replies: [],
  handedOff: false,
  retryAfter: null,
})
