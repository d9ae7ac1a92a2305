import type { ObjectState } from 'cloudflare:workers'

/** What our objects need of the platform's storage: the part of a Durable Object's that we use. */

export type Value = string | number | null
export type Row = Record<string, Value>

export type Sql = { exec(query: string, ...bindings: Value[]): { toArray(): unknown[] } }

export type Storage = {
  sql: Sql
  /** All of it or nothing, and on disk before any answer leaves. */
  transactionSync<T>(work: () => T): T
  setAlarm(at: number): Promise<void>
  getAlarm(): Promise<number | null>
  deleteAlarm(): Promise<void>
  deleteAll(): Promise<void>
  /** Nothing else happens in the conversation until it is done. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
}

export const rows = <T = Row>(sql: Sql, query: string, ...bindings: Value[]): T[] =>
  sql.exec(query, ...bindings).toArray() as T[]

export const first = <T = Row>(sql: Sql, query: string, ...bindings: Value[]): T | undefined =>
  rows<T>(sql, query, ...bindings)[0]

/** The storage of an object; the platform's methods want to be called on it. */
export const storageOf = (ctx: ObjectState): Storage => ({
  sql: ctx.storage.sql,
  transactionSync: (work) => ctx.storage.transactionSync(work),
  setAlarm: (at) => ctx.storage.setAlarm(at),
  getAlarm: () => ctx.storage.getAlarm(),
  deleteAlarm: () => ctx.storage.deleteAlarm(),
  deleteAll: () => ctx.storage.deleteAll(),
  exclusively: (work) => ctx.blockConcurrencyWhile(work),
})
