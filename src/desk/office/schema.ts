import { migrate as bringForward, type Storage } from '../../core/storage.ts'

/** What the desk of a city keeps. The queue is a projection: conversations tell it again what it lost. */
const steps = [
  `
CREATE TABLE schema (version INTEGER NOT NULL);
INSERT INTO schema VALUES (0);
CREATE TABLE queue (
  conversation TEXT PRIMARY KEY,
  adapter TEXT NOT NULL,
  lang TEXT NOT NULL,
  requested INTEGER NOT NULL,
  heard INTEGER NOT NULL,
  crisis INTEGER NOT NULL DEFAULT 0,
  undelivered INTEGER NOT NULL DEFAULT 0,
  agent TEXT,
  agent_name TEXT,
  version INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE told (id TEXT PRIMARY KEY, at INTEGER NOT NULL);
CREATE TABLE entry (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  agent TEXT NOT NULL,
  body TEXT NOT NULL,
  status TEXT,
  owner TEXT
);
CREATE TABLE carry_on (code TEXT PRIMARY KEY, conversation TEXT NOT NULL, until INTEGER NOT NULL);
CREATE TABLE audit (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  outcome TEXT NOT NULL,
  hash TEXT
);
CREATE TABLE used (id TEXT PRIMARY KEY, until INTEGER NOT NULL);
`,
  `
CREATE TABLE notice (id TEXT PRIMARY KEY, until INTEGER NOT NULL, body TEXT NOT NULL);
`,
  `
ALTER TABLE entry ADD COLUMN conversation TEXT;
ALTER TABLE entry ADD COLUMN proposal TEXT;
CREATE INDEX entry_of ON entry (conversation);
`,
  `
CREATE TABLE waited (at INTEGER NOT NULL, waited INTEGER NOT NULL);
CREATE TABLE call_back (
  id TEXT PRIMARY KEY,
  conversation TEXT NOT NULL,
  adapter TEXT NOT NULL,
  lang TEXT NOT NULL,
  at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  sealed TEXT NOT NULL
);
`,
]

/** Brings the tables of a desk to the present step. */
export const migrate = (storage: Pick<Storage, 'sql' | 'transactionSync'>): void => bringForward(storage, steps, 'desk')
