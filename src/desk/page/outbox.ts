import type { DeskEntry } from '../office/entry.ts'
import { type Answered, serverFor } from './server.ts'

/**
 * What was written down and has not reached the server yet. It survives a reload and a day without a server; each entry
 * has an id of its own, so that sending it twice keeps it once.
 */

const place = 'desk.outbox'
type Kept = { city: string; entry: DeskEntry }

const read = (): Kept[] => JSON.parse(localStorage.getItem(place) ?? '[]') as Kept[]
const write = (kept: Kept[]): void => localStorage.setItem(place, JSON.stringify(kept))

let failed = false

/** Entries that could not be sent when it was last tried. */
export const stuck = (): number => (failed ? read().length : 0)

/** Keeps an entry, and begins to send all that wait: nobody waits for the server to go on with the next call. */
export function put(city: string, entry: DeskEntry): void {
  write([...read(), { city, entry }])
  void flush()
}

const batch = 200

/** Tells the page, which shows what is stuck. */
export const outboxEvent = 'desk-outbox'

/** Sends what waits, and tells how that went. */
export async function flush(): Promise<void> {
  failed = !(await send()).ok
  dispatchEvent(new Event(outboxEvent))
}

/** City by city. What the server refuses as wrong is dropped: it would be wrong for ever. */
async function send(): Promise<Answered<number>> {
  let sent = 0
  for (const [city, kept] of Map.groupBy(read(), (one) => one.city)) {
    const entries = kept.slice(0, batch).map(({ entry }) => entry)
    const answer = await serverFor(city).log(entries)
    if (!answer.ok && answer.status !== 422) return answer
    const done = new Set(entries.map(({ id }) => id))
    write(read().filter(({ entry }) => !done.has(entry.id)))
    sent += entries.length
  }
  return { ok: true, value: sent }
}
