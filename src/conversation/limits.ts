import { rows } from '../core/storage.ts'
import type { Said } from './hear.ts'
import { now, type Room } from './room.ts'

/** How much one person may say: enough for anybody in a hurry, too little for a machine. */
const perMinute = 20
const perDay = 200
/** The same words so often within a minute are an answering machine, or two of them. */
const sameWords = 3

const minute = 60_000
const day = 24 * 60 * minute

/** `same`: these very words. `nth`: the one that fills the day. */
type Earlier = { received: number; same: 0 | 1; nth: 0 | 1 }

/** `echo`: these very words were heard and answered often enough. */
export type TooMuch = { seconds: number; echo: boolean }

/** Whether there is room for one more message, before it is kept; null when there is. */
export function tooMuch(room: Room, said: Said): TooMuch | null {
  const at = now(room)
  const all = rows<Earlier>(room.storage.sql, earlier, JSON.stringify(said), at - minute)
  const recent = all.filter(({ nth }) => nth === 0)
  const same = recent.filter((one) => one.same === 1)
  const echo = freeAt(same[sameWords - 1], minute)
  const last = all.find(({ nth }) => nth === 1)
  const free = Math.max(echo, freeAt(recent[perMinute - 1], minute), freeAt(last, day))
  return free > at ? { seconds: Math.ceil((free - at) / 1000), echo: echo > at } : null
}

/** What was said in the last minute, the newest first; and the one that fills a day, when so many came in at all. */
const earlier = `
SELECT received, content = ?1 AS same, 0 AS nth
FROM (SELECT received, content FROM inbox WHERE seq IS NOT NULL ORDER BY arrival DESC LIMIT ${perMinute})
WHERE received > ?2
UNION ALL
SELECT received, 0, 1
FROM (SELECT received FROM inbox WHERE (SELECT max(arrival) FROM inbox) >= ${perDay} AND seq IS NOT NULL
      ORDER BY arrival DESC LIMIT 1 OFFSET ${perDay - 1})`

/** When a message no longer counts; long ago for one that was never sent. */
const freeAt = (message: Earlier | undefined, span: number): number => (message ? message.received + span : 0)
