import type { ConversationReference } from '../core/activity.ts'
import { log } from '../core/log.ts'
import type { Adapter, Payload, SendResult } from '../core/ports.ts'
import { first } from '../core/storage.ts'
import { oneByOne } from './one-by-one.ts'
import { type OutboxRow, type OutboxState, open } from './outbox.ts'
import { adapterOf, now, type Room } from './room.ts'
import { readState } from './state.ts'
import { giveUp } from './statuses.ts'

const second = 1000
/** How long the platform may take to tell of a message of which we do not know whether it arrived. */
const patience = 20 * second
/** Tries of one row: about five hours of them. */
const mostAttempts = 40
/** How long nothing is tried after we lost our right to send. */
const holding = 5 * 60 * second
/** Mark of a row that is being sent in a plainer form; there is one such form. */
const tryingFallback = 'fallback'
/** An alarm that rings so much later than it was set for: we were not there. */
const late = 5 * second
/** Mark of a row whose wait began anew when we came back. */
const away = 'away'

/** The row whose turn it is, with who the conversation is with, and whether another waits behind it. */
type Head = OutboxRow & { reference: ConversationReference; more: boolean }

function headOf({ storage }: Room): Head | undefined {
  const row = first<OutboxRow & { reference: string; more: 0 | 1 }>(storage.sql, head)
  return row && { ...row, reference: JSON.parse(row.reference) as ConversationReference, more: row.more === 1 }
}

const head = `SELECT *, EXISTS (SELECT 1 FROM outbox AS other WHERE other.state IN ${open} AND other.position > one.position) AS more
FROM (SELECT * FROM outbox WHERE state IN ${open} ORDER BY position LIMIT 1) AS one, (SELECT reference FROM conversation)`

/**
 * Sends what is due, in order, until a row has to wait. Who comes in meanwhile makes the conversation look again, so
 * after the last row nobody need look here.
 */
export async function deliver(room: Room): Promise<void> {
  for (let row = recovered(room); row && row.due <= now(room); row = headOf(room)) {
    const next = row
    const done = await inTurn(room, next, () => send(room, next))
    if (done && !next.more) return
  }
}

/**
 * A row that was on its way when the process died may have arrived. The platform gets its time to tell from when we are
 * here again: while we were gone nobody heard it. The same when that time ran out while we were gone, once.
 */
function recovered(room: Room): Head | undefined {
  const row = headOf(room)
  if (!row) return row
  const wait = waitOn(room, row.reference)
  const missed = row.state === 'uncertain' && wait > 0 && row.due < now(room) - late && row.code !== away
  if (!(row.state === 'sending' || missed)) return row
  const due = now(room) + wait
  const code = missed ? away : 'interrupted'
  const { sql } = room.storage
  sql.exec("UPDATE outbox SET state = 'uncertain', due = ?, code = ? WHERE position = ?", due, code, row.position)
  return { ...row, state: 'uncertain', due, code }
}

/** How long the platform of a conversation may take to tell what became of a message; 0 where it never tells. */
const waitOn = (room: Room, { adapter }: ConversationReference): number =>
  adapterOf(room, adapter).capabilities.statuses ? patience : 0

/** Queues of the ways in that never tell what arrived. */
const queues = new WeakMap<Adapter, ReturnType<typeof oneByOne>>()

/**
 * Where the platform tells nothing afterwards, whatever it took and we have not noted comes twice should we die now. So
 * of all conversations on such a way in one sends at a time, and the next when that is on disk.
 */
async function inTurn<T>(room: Room, { reference }: Head, sending: () => Promise<T>): Promise<T> {
  const adapter = adapterOf(room, reference.adapter)
  if (adapter.capabilities.statuses) return sending()
  const queue = queues.get(adapter) ?? oneByOne()
  queues.set(adapter, queue)
  return queue(async () => {
    const result = await sending()
    await room.storage.sync()
    return result
  })
}

/** True when nothing more is to be done with the row. */
async function send(room: Room, row: Head): Promise<boolean> {
  const { sql } = room.storage
  const { reference } = row
  const adapter = adapterOf(room, reference.adapter)
  const begun = first(
    sql,
    `UPDATE outbox SET state = 'sending', attempts = attempts + 1, since = ? WHERE position = ? AND state IN ${open}
     RETURNING position`,
    now(room),
    row.position,
  )
  // Taken back while it waited for its turn.
  if (!begun) return false
  if (adapter.capabilities.statuses && !(await stillSending(room, row))) return false
  const context = { reference, outboxId: row.id, attempt: row.attempts }
  const sending = adapter.send(JSON.parse(row.payload) as Payload, context).catch(broken)
  const result = await inTime(sending)
  const next = after(result, row, now(room), waitOn(room, reference))
  if (!settle(room, row, next)) return false
  if (next.state === 'held') log({ event: 'held', adapter: adapter.name, code: next.code ?? 'held' })
  const state = next.state === 'dead' ? readState(sql) : null
  if (state) giveUp(room, state, next.code ?? 'failed')
  return next.state === 'sent'
}

/**
 * Makes way for what is being taken in, and tells whether the row is to be sent still. Where the platform tells nothing
 * afterwards one at a time is sent as it is.
 */
async function stillSending({ makeWay, storage: { sql } }: Room, { position }: OutboxRow): Promise<boolean> {
  if (!makeWay) return true
  await makeWay()
  return first(sql, "SELECT 1 FROM outbox WHERE position = ? AND state = 'sending'", position) !== undefined
}

/** An adapter never throws; one that does may have sent something. */
const broken = (): SendResult => ({ kind: 'uncertain', code: 'threw' })

/** An adapter gives up long before this by itself. */
const longest = 60 * second

/** What sending comes to, or that it hangs. */
async function inTime(sending: Promise<SendResult>): Promise<SendResult> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hung = new Promise<SendResult>((give) => {
    timer = setTimeout(() => give({ kind: 'uncertain', code: 'hung' }), longest)
  })
  return Promise.race([sending, hung]).finally(() => clearTimeout(timer))
}

/** What a row becomes. */
type Next = { state: OutboxState; due: number; code: string | null; platform?: string | null; payload?: Payload }

/** False: while we waited a status told more than the answer does, or the row is gone. */
function settle({ storage }: Room, { position }: OutboxRow, next: Next): boolean {
  const settled = first(
    storage.sql,
    `UPDATE outbox SET state = ?, due = ?, code = ?, platform = ?, payload = coalesce(?, payload)
     WHERE position = ? AND state = 'sending' RETURNING position`,
    next.state,
    next.due,
    next.code,
    next.platform ?? null,
    next.payload ? JSON.stringify(next.payload) : null,
    position,
  )
  return settled !== undefined
}

/** What sending comes to. `wait`: how long to wait for a status of what may have arrived. */
function after(result: SendResult, { attempts, code }: OutboxRow, at: number, wait: number): Next {
  if (result.kind === 'sent') return { state: 'sent', due: at, code: null, platform: result.platformId }
  if (result.kind === 'hold') return { state: 'held', due: at + holding, code: result.code }
  if (result.kind === 'failed') {
    const plainer = code === tryingFallback ? undefined : result.fallback
    return plainer
      ? { state: 'pending', due: at, code: tryingFallback, payload: plainer }
      : { state: 'dead', due: at, code: result.code }
  }
  if (attempts + 1 >= mostAttempts) return { state: 'dead', due: at, code: result.code }
  return result.kind === 'retry'
    ? { state: 'pending', due: at + Math.max(backoff(attempts), result.afterMs ?? 0), code: result.code }
    : { state: 'uncertain', due: at + Math.max(wait, backoff(attempts)), code: result.code }
}

/** 1, 2, 4 … seconds up to 45 for the first quarter of an hour, then longer; a tenth more or less, so that not all come at once. */
function backoff(attempts: number): number {
  const seconds = attempts < 24 ? Math.min(2 ** attempts, 45) : Math.min(45 * 2 ** (attempts - 23), 900)
  return Math.round(seconds * second * (0.9 + Math.random() * 0.2))
}
