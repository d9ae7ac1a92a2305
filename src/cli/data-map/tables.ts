import { DatabaseSync } from 'node:sqlite'
import { migrate as conversation } from '../../conversation/schema.ts'
import type { Storage } from '../../core/storage.ts'
import { migrate as desk } from '../../desk/office/schema.ts'

/** Columns of every table that the program makes, read back from a database in which it made them. */
export type Tables = Record<string, string[]>

type Makeable = Pick<Storage, 'sql' | 'transactionSync'>

const makers: Record<string, (storage: Makeable) => unknown> = {
  conversation,
  /** Counts in memory. */
  admission: () => {},
  desk,
}

export const stores = Object.keys(makers)

export function tablesOf(store: string): Tables {
  const database = new DatabaseSync(':memory:')
  const exec: Storage['sql']['exec'] = (query, ...bindings) => {
    if (bindings.length > 0 || query.trim().startsWith('SELECT')) {
      const found = database.prepare(query).all(...bindings)
      return { toArray: () => found }
    }
    database.exec(query)
    return { toArray: () => [] }
  }
  makers[store]?.({
    sql: { exec },
    transactionSync: (work) => work(),
  })
  const names = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
  return Object.fromEntries(
    names.map(({ name }) => [
      String(name),
      database
        .prepare(`PRAGMA table_info("${name}")`)
        .all()
        .map((column) => String(column.name)),
    ]),
  )
}
