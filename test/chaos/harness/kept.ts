import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { ConversationReference } from '../../../src/core/activity.ts'

/** What stands on disk, read while no Worker runs. */

export type OutboxKept = { id: string; position: number; state: string; code: string | null; payload: string }
export type Kept = {
  name: string
  adapter: string
  /** Where it is held, as the platform calls it; empty where it has no such name. */
  conversation: string
  /** Ids of what people said. */
  heard: string[]
  /** Number of replies of ours to each. */
  replies: Map<string, number>
  outbox: OutboxKept[]
}

export function readKept(dataDir: string): Kept[] {
  const folder = join(dataDir, 'objects', 'loketwijzer-Conversation')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
    .flatMap((name) => readOne(join(folder, name), name))
}

function readOne(file: string, name: string): Kept[] {
  const database = new DatabaseSync(file)
  try {
    const all = (query: string): Record<string, unknown>[] => database.prepare(query).all()
    // An object that was killed before it kept anything has a file without tables.
    if (all("SELECT 1 FROM sqlite_master WHERE name = 'conversation'").length === 0) return []
    const [state] = all('SELECT reference FROM conversation')
    if (!state) return []
    const reference = JSON.parse(String(state.reference)) as ConversationReference
    const replies = all(
      `SELECT inbox.id AS id, count(message.seq) AS times FROM inbox
       LEFT JOIN message ON message.arrival = inbox.arrival AND message.seq <> inbox.seq
       WHERE inbox.seq IS NOT NULL GROUP BY inbox.id`,
    )
    return [
      {
        name,
        adapter: reference.adapter,
        conversation: reference.address.conversationId ?? '',
        heard: replies.map(({ id }) => String(id)),
        replies: new Map(replies.map(({ id, times }) => [String(id), Number(times)])),
        outbox: all('SELECT id, position, state, code, payload FROM outbox ORDER BY position') as OutboxKept[],
      },
    ]
  } finally {
    database.close()
  }
}
