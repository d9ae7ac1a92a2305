import type { ConversationReference } from '../core/activity.ts'
import type { WrittenLanguage } from '../core/language.ts'
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
  /** The citizen wants nothing sent until they write again. */
  stopped: boolean
  /** We asked to wait since the last answer. */
  warned: boolean
  /** We said that we cannot read something since the last answer. */
  declined: boolean
  /** Key under which the same person goes on. */
  moved: string | null
  /** When the citizen asked to erase everything; it goes once they were told. */
  erase: number | null
}

const flags = ['introduced', 'stopped', 'warned', 'declined'] as const
const columns = ['started', 'seen', 'latest', 'handoff', 'moved', 'erase'] as const

type Stored = Record<(typeof flags)[number] | (typeof columns)[number] | 'reference' | 'memory', string | number | null>

export function readState(sql: Sql): State | null {
  const row = first<Stored>(sql, 'SELECT * FROM conversation')
  return row ? stateOf(row) : null
}

/** What an object holds before something comes in. */
export type Before = {
  state: State | null
  /** Where the conversation went; null: it is here. */
  forward: string | null
  /** There are hashes of what was erased. */
  remembers: boolean
}

type BeforeRow = Stored & { only: 1 | null; forward: string | null; remembers: 0 | 1 }

/** All of it in one question, since it is asked for every message. */
export function readBefore(sql: Sql): Before {
  const row = first<BeforeRow>(
    sql,
    `SELECT conversation.*, (SELECT name FROM forward) AS forward, EXISTS (SELECT 1 FROM seen) AS remembers
     FROM (SELECT 1) LEFT JOIN conversation`,
  ) as BeforeRow
  return { state: row.only === null ? null : stateOf(row), forward: row.forward, remembers: row.remembers === 1 }
}

function stateOf(row: Stored): State {
  return {
    ...(Object.fromEntries(columns.map((name) => [name, row[name]])) as Pick<State, (typeof columns)[number]>),
    ...(Object.fromEntries(flags.map((name) => [name, row[name] === 1])) as Pick<State, (typeof flags)[number]>),
    reference: JSON.parse(String(row.reference)) as ConversationReference,
    memory: row.memory === null ? null : (JSON.parse(String(row.memory)) as Memory),
  }
}

export function writeState(sql: Sql, state: State): void {
  const names = ['reference', 'memory', ...columns, ...flags]
  const places = names.map(() => '?').join(', ')
  sql.exec(
    `INSERT OR REPLACE INTO conversation (only, ${names.join(', ')}) VALUES (1, ${places})`,
    JSON.stringify(state.reference),
    state.memory ? JSON.stringify(state.memory) : null,
    ...columns.map((name) => state[name]),
    ...flags.map((name) => (state[name] ? 1 : 0)),
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
  warned: false,
  declined: false,
  moved: null,
  erase: null,
})

export const langOf = ({ memory, reference }: State): WrittenLanguage => memory?.lang ?? reference.lang ?? 'nl'

export const cityOf = ({ memory, reference }: State): string | null => memory?.city ?? reference.city
