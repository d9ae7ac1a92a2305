import type { ConversationReference } from '../core/activity.ts'
import type { Memory } from '../core/memory.ts'
import { first, type Sql } from '../core/storage.ts'

/** The row that every conversation has once it was begun. Times in milliseconds. */
export type State = {
  reference: ConversationReference
  started: number
  /** Last sign of life of the citizen. */
  seen: number
  /** When the newest message that took a turn was sent, and what is remembered after it. */
  latest: number
  memory: Memory | null
  /** The assistant has said that it is one. */
  introduced: boolean
  handoff: 'queued' | 'accepted' | null
  stopped: boolean
}

type Stored = { [name in keyof State]: string | number | null }

export function readState(sql: Sql): State | null {
  const row = first<Stored>(sql, 'SELECT * FROM conversation')
  if (!row) return null
  return {
    reference: JSON.parse(String(row.reference)) as ConversationReference,
    started: Number(row.started),
    seen: Number(row.seen),
    latest: Number(row.latest),
    memory: row.memory === null ? null : (JSON.parse(String(row.memory)) as Memory),
    introduced: row.introduced === 1,
    handoff: row.handoff as State['handoff'],
    stopped: row.stopped === 1,
  }
}

export function writeState(sql: Sql, state: State): void {
  sql.exec(
    `INSERT OR REPLACE INTO conversation (only, reference, started, seen, latest, memory, introduced, handoff, stopped)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)`,
    JSON.stringify(state.reference),
    state.started,
    state.seen,
    state.latest,
    state.memory ? JSON.stringify(state.memory) : null,
    state.introduced ? 1 : 0,
    state.handoff,
    state.stopped ? 1 : 0,
  )
}

export const newState = (reference: ConversationReference, at: number): State => ({
  reference,
  started: at,
  seen: at,
  latest: 0,
  memory: null,
  introduced: false,
  handoff: null,
  stopped: false,
})
