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

/** Entries that wait. */
export const waiting = (): number => read().length

/** Keeps an entry, and tries to send all that wait. */
export async function put(city: string, entry: DeskEntry): Promise<Answered<number>> {
  write([...read(), { city, entry }])
  return flush()
}

const batch = 200

/** Sends what waits, city by city. What the server refuses as wrong is dropped: it would be wrong for ever. */
export async function flush(): Promise<Answered<number>> {
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
