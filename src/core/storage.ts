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
  /** Resolves when everything that was written is on disk. */
  sync(): Promise<void>
  /** Nothing else happens in the conversation until it is done. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
}

export const rows = <T = Row>(sql: Sql, query: string, ...bindings: Value[]): T[] =>
  sql.exec(query, ...bindings).toArray() as T[]

export const first = <T = Row>(sql: Sql, query: string, ...bindings: Value[]): T | undefined =>
  rows<T>(sql, query, ...bindings)[0]

/** Of which we know whether they have tables: asked once for each object, and not for each message. */
const made = new WeakMap<Sql, boolean>()

/** Whether anything was ever kept here: an object that was only asked has no tables. */
export function isMade(sql: Sql): boolean {
  const known = made.get(sql) ?? first(sql, "SELECT 1 FROM sqlite_master WHERE name = 'schema'") !== undefined
  made.set(sql, known)
  return known
}

/** After the whole database went, or what made it came to nothing: it is asked again. */
export const unmake = (sql: Sql): boolean => made.delete(sql)

/**
 * Brings tables to the last of `steps`, in one transaction. Each step brings older ones forward and is never changed
 * again: objects of every earlier step exist somewhere. The first makes the table `schema`, which holds how many were
 * taken, since `PRAGMA user_version` is not allowed in a Durable Object.
 * `whole` makes all of them at once. @throws when they are of a later step: then an older program, `name`, was deployed
 * over a newer one.
 */
export function migrate(
  { sql, transactionSync }: Pick<Storage, 'sql' | 'transactionSync'>,
  steps: string[],
  name: string,
  whole?: string,
) {
  const version = isMade(sql) ? Number(first(sql, 'SELECT version FROM schema')?.version) : 0
  if (version > steps.length) throw new Error(`${name}: schema ${version} is newer than this program`)
  if (version === steps.length) return
  const isNew = version === 0 && !isMade(sql)
  transactionSync(() => {
    if (isNew && whole) return void sql.exec(whole)
    for (const step of steps.slice(version)) sql.exec(step)
    sql.exec('UPDATE schema SET version = ?', steps.length)
  })
  made.set(sql, true)
}

/** The storage of an object; the platform's methods want to be called on it. */
export const storageOf = (ctx: ObjectState): Storage => ({
  sql: ctx.storage.sql,
  transactionSync: (work) => ctx.storage.transactionSync(work),
  setAlarm: (at) => ctx.storage.setAlarm(at),
  getAlarm: () => ctx.storage.getAlarm(),
  deleteAlarm: () => ctx.storage.deleteAlarm(),
  deleteAll: () => ctx.storage.deleteAll(),
  sync: () => ctx.storage.sync(),
  exclusively: (work) => ctx.blockConcurrencyWhile(work),
})
