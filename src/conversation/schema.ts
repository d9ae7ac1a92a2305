import { migrate as bringForward, type Storage } from '../core/storage.ts'

/** What a conversation keeps; `more`: columns that its row was given since. */
const tables = (version: number, more = ''): string => `
CREATE TABLE schema (version INTEGER NOT NULL);
INSERT INTO schema VALUES (${version});
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
  moved TEXT${more}
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
`

export const steps = [tables(0), 'ALTER TABLE conversation ADD COLUMN erase INTEGER']

/** All steps at once, for a new conversation: a table that is changed is read again by SQLite with all others. */
const whole = tables(steps.length, ',\n  erase INTEGER')

/** Brings a conversation's tables to the present step. */
export const migrate = (storage: Pick<Storage, 'sql' | 'transactionSync'>): void =>
  bringForward(storage, steps, 'conversation', whole)
