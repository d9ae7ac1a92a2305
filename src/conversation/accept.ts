import type { Activity, ConversationReference } from '../core/activity.ts'
import type { Accepted } from '../core/ports.ts'
import { first, isMade } from '../core/storage.ts'
import { armAtOnce } from './alarm.ts'
import { rememberedAmong } from './remembered.ts'
import { now, type Room } from './room.ts'
import { migrate } from './schema.ts'
import { newState, readState, type State, writeState } from './state.ts'
import { take } from './take.ts'

/**
 * Takes in what happened on the far side: each activity once, in the order in which it was sent, all of it or nothing.
 * `armed`: the alarm is set for what that brought.
 */
export async function accept(
  room: Room,
  reference: ConversationReference | null,
  activities: Activity[],
): Promise<{ accepted: Accepted[]; armed: boolean }> {
  const { transactionSync } = room.storage
  const { elsewhere, gone } = await past(room, activities)
  const fresh = activities.filter(({ id }) => !gone.has(id))
  const { taken, armed } = elsewhere
    ? { taken: await room.open(elsewhere).accept(null, fresh), armed: false }
    : transactionSync(() => takeIn(room, reference, fresh))
  const byActivity = new Map(fresh.map((activity, at) => [activity, taken[at]]))
  return { accepted: activities.flatMap((activity) => byActivity.get(activity) ?? alreadyGone(activity)), armed }
}

function takeIn(room: Room, reference: ConversationReference | null, activities: Activity[]) {
  if (activities.every(isStatus)) return { taken: applyAll(room, activities), armed: false }
  return { taken: takeAll(room, reference, activities), armed: armAtOnce(room) }
}

type Past = { elsewhere: string | null; gone: Set<string> }

const nothingBefore: Past = { elsewhere: null, gone: new Set() }

/**
 * Where the conversation went, if it did, and what we know of and cannot answer for any more: erased, or on its way to
 * another object. Mostly there is none of it, and then it costs one question.
 */
async function past({ storage: { sql } }: Room, activities: Activity[]): Promise<Past> {
  if (!isMade(sql)) return nothingBefore
  const { forward, remembers } = first<{ forward: string | null; remembers: number }>(
    sql,
    'SELECT (SELECT name FROM forward) AS forward, EXISTS (SELECT 1 FROM seen) AS remembers',
  ) ?? { forward: null, remembers: 0 }
  if (!forward && !remembers) return nothingBefore
  const ids = activities.map(({ id }) => id)
  const leaving = forward ? ids.filter((id) => first(sql, 'SELECT 1 FROM inbox WHERE id = ?', id)) : []
  return { elsewhere: forward, gone: new Set([...(await rememberedAmong(sql, ids)), ...leaving]) }
}

/** `reference` is null for what another conversation passes on: then ours is newer. */
function takeAll(room: Room, reference: ConversationReference | null, activities: Activity[]): Accepted[] {
  const { storage } = room
  if (!isMade(storage.sql)) migrate(storage)
  const state = stateFor(room, reference)
  const taken = new Map<Activity, Accepted>()
  for (const activity of inOrder(activities)) taken.set(activity, take(room, state, activity))
  writeState(storage.sql, state)
  return activities.flatMap((activity) => taken.get(activity) ?? [])
}

const isStatus = ({ content }: Activity): boolean => content.type === 'status'

/**
 * What became of messages of ours. It begins no conversation and changes nothing but those messages: one of a
 * conversation that was erased must not bring the person's address back.
 */
function applyAll(room: Room, activities: Activity[]): Accepted[] {
  const state = isMade(room.storage.sql) ? readState(room.storage.sql) : null
  return state ? activities.map((activity) => take(room, state, activity)) : activities.map(alreadyGone)
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
