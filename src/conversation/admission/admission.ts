import type { Storage } from '../../core/storage.ts'
import { rows } from '../../core/storage.ts'

/** Counts new conversations of clients, so that nobody opens them by the thousand. */
export type Admission = {
  /** Seconds to wait when there were too many; null, and it counts, when there is room. `client` is a hash. */
  admit(client: string): Promise<number | null>
  /** Nothing of a client outlives the minute that it counts for. */
  alarm(): Promise<void>
}

const most = 5
const minute = 60_000

export function admissionIn(storage: Pick<Storage, 'sql' | 'getAlarm' | 'setAlarm'>, clock: () => string): Admission {
  const { sql } = storage
  const forget = (now: number): void => void sql.exec('DELETE FROM begun WHERE at <= ?', now - minute)
  sql.exec('CREATE TABLE IF NOT EXISTS begun (client TEXT NOT NULL, at INTEGER NOT NULL)')
  return {
    async admit(client) {
      const now = Date.parse(clock())
      forget(now)
      const own = rows<{ at: number }>(
        sql,
        'SELECT at FROM begun WHERE client = ? ORDER BY at DESC LIMIT ?',
        client,
        most,
      )
      const oldest = own[most - 1]
      if (oldest) return Math.max(1, Math.ceil((oldest.at + minute - now) / 1000))
      sql.exec('INSERT INTO begun VALUES (?, ?)', client, now)
      if ((await storage.getAlarm()) === null) await storage.setAlarm(now + minute)
      return null
    },
    async alarm() {
      const now = Date.parse(clock())
      forget(now)
      if (rows(sql, 'SELECT 1 FROM begun LIMIT 1').length > 0) await storage.setAlarm(now + minute)
    },
  }
}
