import type { ConversationReference } from '../core/activity.ts'
import { first, type Row, rows, type Sql } from '../core/storage.ts'
import { erase } from './erase.ts'
import { tellDesk } from './notices.ts'
import type { OutboxRow } from './outbox.ts'
import { now, type Room } from './room.ts'
import { newState, readState, type State, writeState } from './state.ts'
import { retell } from './turn.ts'

/** Somebody goes on under another key, such as a new number: the whole conversation moves to the object of that key. */

export type Moving = {
  /** Name of the object that it comes from. */
  from: string
  reference: ConversationReference
  state: Pick<State, 'started' | 'introduced' | 'handoff' | 'stopped' | 'erase'>
  inbox: {
    arrival: number
    id: string
    at: number
    received: number
    content: string
    seq: number | null
    memory: string | null
  }[]
  messages: { seq: number; at: number; arrival: number | null; body: string }[]
  outbox: OutboxRow[]
  feedback: { seq: number; value: number; comment: string | null; at: number }[]
}

const forwarding = 8 * 24 * 3_600_000

/**
 * Hands everything over, and from then on passes on what still comes under the old key. May be done twice: the other side
 * knows what it has. What comes in meanwhile is passed on, since the forwarding address is written first.
 */
export async function moveAway(room: Room): Promise<void> {
  const { sql, transactionSync } = room.storage
  const state = readState(sql)
  if (!state?.moved) return
  const reference = { ...state.reference, key: state.moved }
  const name = await room.nameOf(reference)
  if (name === room.name) return
  const moving = transactionSync(() => {
    sql.exec('DELETE FROM forward')
    sql.exec('INSERT INTO forward VALUES (?, ?)', name, now(room) + forwarding)
    return packed(room, state, reference)
  })
  await room.open(name).adopt(moving)
  await erase(room)
}

const packed = ({ storage: { sql }, name }: Room, state: State, reference: ConversationReference): Moving => ({
  from: name,
  reference,
  state,
  inbox: rows(sql, 'SELECT arrival, id, at, received, content, seq, memory FROM inbox ORDER BY arrival'),
  messages: rows(sql, 'SELECT * FROM message ORDER BY seq'),
  outbox: rows(sql, 'SELECT * FROM outbox ORDER BY position'),
  feedback: rows(sql, 'SELECT * FROM feedback'),
})

/** Takes over what another object held: its messages come before those that are here already. */
export function adopt(room: Room, moving: Moving): void {
  const { sql, transactionSync } = room.storage
  const mark = `moved:${moving.from}`
  transactionSync(() => {
    if (first(sql, 'SELECT 1 FROM inbox WHERE id = ?', mark)) return
    const known = readState(sql)
    const state = known ?? { ...newState(moving.reference, moving.state.started) }
    makeRoom(sql, Math.max(-1, ...moving.messages.map(({ seq }) => seq)) + 1)
    unpack(sql, moving, mark, now(room))
    Object.assign(state, joined(state, moving))
    state.memory = retell(room, state, null, 0, 0)
    state.latest = Number(first<Row>(sql, 'SELECT max(at) AS at FROM inbox WHERE memory IS NOT NULL')?.at ?? 0)
    writeState(sql, state)
    if (state.handoff) tellDesk(room, state, 'requested')
  })
}

const joined = (state: State, { state: old }: Moving): Partial<State> => ({
  started: Math.min(state.started, old.started),
  introduced: state.introduced || old.introduced,
  handoff: state.handoff ?? (old.handoff ? 'queued' : null),
  stopped: state.stopped || old.stopped,
  erase: state.erase ?? old.erase ?? null,
})

/** Numbers the messages that are here `count` further; by way of negative numbers, so that no two ever meet. */
function makeRoom(sql: Sql, count: number): void {
  for (const table of ['message', 'feedback']) {
    sql.exec(`UPDATE ${table} SET seq = -1 - seq`)
    sql.exec(`UPDATE ${table} SET seq = -1 - seq + ?`, count)
  }
  sql.exec('UPDATE inbox SET seq = seq + ? WHERE seq IS NOT NULL', count)
  sql.exec('UPDATE outbox SET seq = seq + ?', count)
}

function unpack(sql: Sql, { inbox, messages, outbox, feedback }: Moving, mark: string, at: number): void {
  const content = JSON.stringify({ type: 'quiet', kind: 'moved' })
  sql.exec('INSERT INTO inbox (id, at, received, content) VALUES (?, ?, ?, ?)', mark, at, at, content)
  const arrivals = new Map<number, number>()
  for (const { arrival, ...row } of inbox) {
    const placed = insert(sql, 'inbox', row, 'ON CONFLICT DO NOTHING RETURNING arrival')
    if (placed) arrivals.set(arrival, Number(placed.arrival))
  }
  for (const row of messages)
    insert(sql, 'message', { ...row, arrival: row.arrival === null ? null : (arrivals.get(row.arrival) ?? null) })
  for (const { position: _, ...row } of outbox)
    insert(sql, 'outbox', row.state === 'sending' ? { ...row, state: 'uncertain' } : row, 'ON CONFLICT DO NOTHING')
  for (const row of feedback) insert(sql, 'feedback', row)
}

const insert = (sql: Sql, table: string, row: Row, end = ''): Row | undefined =>
  first(
    sql,
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map(() => '?')
      .join(', ')}) ${end}`,
    ...Object.values(row),
  )
