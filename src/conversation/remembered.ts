import { sha256 } from '../core/hex.ts'
import { first, rows, type Sql } from '../core/storage.ts'
import { now, type Room } from './room.ts'

/** Hashes of ids whose words are gone: what a platform delivers again is still known, and nothing can be read back. */

/** Platforms deliver again for a week; a day more is ours. */
const span = 8 * 24 * 3_600_000

export type Hashed = { id: string; until: number }
type Inbound = { id: string; received: number }

/** Of everything that is in the inbox and can still be delivered again. */
export const hashesOf = (room: Room): Promise<Hashed[]> =>
  Promise.all(
    rows<Inbound>(room.storage.sql, 'SELECT id, received FROM inbox WHERE received > ?', now(room) - span).map(
      async ({ id, received }) => ({ id: await sha256(id), until: received + span }),
    ),
  )

export function remember(sql: Sql, hashes: Hashed[]): void {
  for (const { id, until } of hashes) sql.exec('INSERT OR REPLACE INTO seen VALUES (?, ?)', id, until)
}

/** Ids of which only a hash is left. */
export async function rememberedAmong(sql: Sql, ids: string[]): Promise<Set<string>> {
  const hashed = await Promise.all(ids.map(async (id) => ({ id, hash: await sha256(id) })))
  return new Set(hashed.filter(({ hash }) => first(sql, 'SELECT 1 FROM seen WHERE id = ?', hash)).map(({ id }) => id))
}
