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

/** `same`: these very words. */
type Earlier = { received: number; same: 0 | 1 }

/** `echo`: these very words were heard and answered often enough. */
export type TooMuch = { seconds: number; echo: boolean }

/** Whether there is room for one more message, before it is kept; null when there is. */
export function tooMuch(room: Room, said: Said): TooMuch | null {
  const at = now(room)
  const words = JSON.stringify(said)
  const recent = earlier(room, words, perMinute)
  const same = recent.filter(({ same, received }) => received > at - minute && same === 1)
  const echo = freeAt(same[sameWords - 1], minute)
  const [last] = recent.length < perMinute ? [] : earlier(room, words, 1, perDay - 1)
  const free = Math.max(echo, freeAt(recent[perMinute - 1], minute), freeAt(last, day))
  return free > at ? { seconds: Math.ceil((free - at) / 1000), echo: echo > at } : null
}

/** What was said before, the newest first. */
const earlier = ({ storage }: Room, words: string, count: number, from = 0): Earlier[] =>
  rows<Earlier>(
    storage.sql,
    'SELECT received, content = ? AS same FROM inbox WHERE seq IS NOT NULL ORDER BY arrival DESC LIMIT ? OFFSET ?',
    words,
    count,
    from,
  )

/** When a message no longer counts; long ago for one that was never sent. */
const freeAt = (message: Earlier | undefined, span: number): number => (message ? message.received + span : 0)
