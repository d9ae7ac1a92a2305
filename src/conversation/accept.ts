import type { Activity, ConversationReference } from '../core/activity.ts'
import type { Accepted, Door, Shut } from '../core/ports.ts'
import { first, isMade, unmake } from '../core/storage.ts'
import { armInTransaction, type Dues, forgetAlarm } from './alarm.ts'
import { rememberedAmong } from './remembered.ts'
import { now, type Room } from './room.ts'
import { migrate } from './schema.ts'
import { type Before, newState, readBefore, readState, type State, writeState } from './state.ts'
import { applyStatus } from './statuses.ts'
import { plain, take } from './take.ts'
import { knownBefore } from './told.ts'
import { pass } from './visit.ts'

/** `dues`: what there is to do; null: nothing changed that. */
type Taken = { accepted: Accepted[]; dues: Dues | null }

/**
 * Takes in what happened on the far side: each activity once, in the order in which it was sent, all of it or nothing.
 * With a `door` only when that is open.
 */
export async function accept(
  room: Room,
  reference: ConversationReference | null,
  activities: Activity[],
  door: Door | null,
): Promise<Taken | Shut> {
  const before = isMade(room.storage.sql) ? readBefore(room.storage.sql) : nothingBefore
  const shut = door && pass(room, before.state, door)
  if (shut) return shut
  if (before.forward || before.remembers) return acceptAfter(room, reference, activities, before)
  return whole(room, () => takeIn(room, reference, activities, before.state))
}

/** All of it or nothing: also what we know by heart of alarm and tables. */
function whole<T>(room: Room, work: () => T): T {
  try {
    return room.storage.transactionSync(work)
  } catch (error) {
    forgetAlarm(room)
    unmake(room.storage.sql)
    throw error
  }
}

const nothingBefore: Before = { state: null, forward: null, remembers: false }

/** The same where something was: what we know of and cannot answer for any more, erased or gone elsewhere, is left. */
async function acceptAfter(
  room: Room,
  reference: ConversationReference | null,
  activities: Activity[],
  { forward }: Before,
): Promise<Taken> {
  const { sql } = room.storage
  const gone = await goneAmong(room, activities, forward)
  const fresh = activities.filter(({ id }) => !gone.has(id))
  const { accepted, dues } = forward
    ? { accepted: await room.open(forward).accept(null, fresh), dues: armInTransaction(room) }
    : whole(room, () => takeIn(room, reference, fresh, readState(sql)))
  const byActivity = new Map(fresh.map((activity, at) => [activity, accepted[at]]))
  return { accepted: activities.map((activity) => byActivity.get(activity) ?? knownBefore(activity)), dues }
}

/** Ids of what is only remembered, or on its way to another object. */
async function goneAmong({ storage: { sql } }: Room, activities: Activity[], forward: string | null) {
  const ids = activities.map(({ id }) => id)
  const leaving = forward ? ids.filter((id) => first(sql, 'SELECT 1 FROM inbox WHERE id = ?', id)) : []
  return new Set([...(await rememberedAmong(sql, ids)), ...leaving])
}

function takeIn(
  room: Room,
  reference: ConversationReference | null,
  activities: Activity[],
  known: State | null,
): Taken {
  if (activities.every(isStatus)) return applyAll(room, activities, known)
  return { accepted: takeAll(room, reference, activities, known), dues: armInTransaction(room, known === null) }
}

/** `reference` is null for what another conversation passes on: then ours is newer. */
function takeAll(
  room: Room,
  reference: ConversationReference | null,
  activities: Activity[],
  known: State | null,
): Accepted[] {
  const { storage } = room
  if (!isMade(storage.sql)) migrate(storage)
  const state = stateFor(room, reference, known)
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
function applyAll(room: Room, activities: Activity[], state: State | null): Taken {
  if (!state) return { accepted: activities.map(knownBefore), dues: null }
  const stirred = activities.map(({ content }) => content.type === 'status' && applyStatus(room, state, content))
  return {
    accepted: activities.map(({ id }) => plain(id, state)),
    dues: stirred.includes(true) ? armInTransaction(room) : null,
  }
}

function stateFor(room: Room, reference: ConversationReference | null, known: State | null): State {
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
