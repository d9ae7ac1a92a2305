import { first, type Sql, type Storage } from '../core/storage.ts'

/**
 * What a conversation keeps. Each step brings an older one forward and is never changed again: conversations of every
 * earlier step exist somewhere. `PRAGMA user_version` is not allowed in a Durable Object, so a table holds the number.
 */
const steps = [
  `
CREATE TABLE schema (version INTEGER NOT NULL);
INSERT INTO schema VALUES (0);
CREATE TABLE conversation (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  reference TEXT NOT NULL,
  started INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  memory TEXT,
  introduced INTEGER NOT NULL,
  handoff TEXT,
  stopped INTEGER NOT NULL,
  warned INTEGER NOT NULL,
  declined INTEGER NOT NULL,
  moved TEXT
);
CREATE TABLE inbox (
  arrival INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  received INTEGER NOT NULL,
  content TEXT NOT NULL,
  seq INTEGER,
  memory TEXT
);
CREATE TABLE seen (id TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE forward (name TEXT NOT NULL, until INTEGER NOT NULL);
CREATE TABLE message (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, arrival INTEGER, body TEXT NOT NULL);
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  seq INTEGER NOT NULL,
  payload TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due INTEGER NOT NULL,
  since INTEGER NOT NULL,
  platform TEXT,
  reached INTEGER NOT NULL,
  code TEXT
);
CREATE TABLE notice (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  body TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due INTEGER NOT NULL
);
CREATE TABLE feedback (seq INTEGER PRIMARY KEY, value INTEGER NOT NULL, comment TEXT, at INTEGER NOT NULL);
`,
]

/** Those of which we know that they have tables: asked once for each object, and not for each message. */
const made = new WeakSet<Sql>()

/** Whether anything was ever kept here: an object that was only asked has no tables. */
export function isMade(sql: Sql): boolean {
  if (!made.has(sql) && first(sql, "SELECT 1 FROM sqlite_master WHERE name = 'schema'")) made.add(sql)
  return made.has(sql)
}

/** After the whole database went. */
export const unmake = (sql: Sql): boolean => made.delete(sql)

/**
 * Brings the tables to the present step, in one transaction. A database of a later step is left as it is.
 * @throws when it is of a later step: then an older program was deployed over a newer one.
 */
export function migrate({ sql, transactionSync }: Pick<Storage, 'sql' | 'transactionSync'>): void {
  const version = isMade(sql) ? Number(first(sql, 'SELECT version FROM schema')?.version) : 0
  if (version > steps.length) throw new Error(`conversation: schema ${version} is newer than this program`)
  if (version === steps.length) return
  transactionSync(() => {
    for (const step of steps.slice(version)) sql.exec(step)
    sql.exec('UPDATE schema SET version = ?', steps.length)
  })
}
