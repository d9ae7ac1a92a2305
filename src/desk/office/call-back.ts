import { fromHex, toHex } from '../../core/hex.ts'
import { type Calendar, weekdays } from '../../core/hours/opening-hours.ts'
import { dayAfter, momentOf, wallClock, weekdayOf } from '../../core/hours/wall-clock.ts'
import type { CallBackRequest } from '../../core/ports.ts'
import { first, rows } from '../../core/storage.ts'
import { armForgetting } from './forget.ts'
import { now, type Room } from './room.ts'

/**
 * Numbers of people who want to be called back. A number is asked for that alone: it stands here and nowhere else,
 * encrypted under a key of its own, until somebody called or five working days have gone.
 */
export type CallBack = {
  id: string
  adapter: string
  lang: 'nl' | 'fr' | 'en'
  /** ISO in UTC. */
  at: string
  until: string
}

export const workingDays = 5

/** The end of the fifth working day after a day: weekends and holidays of the city are none. */
export function lastMomentFor(at: number, { holiday }: Pick<Calendar, 'holiday'>): number {
  let { day } = wallClock(at)
  for (let left = workingDays; left > 0; ) {
    day = dayAfter(day)
    if (weekdays.indexOf(weekdayOf(day)) < 5 && !holiday(day)) left -= 1
  }
  return momentOf(day, '24:00')
}

type Row = { id: string; adapter: string; lang: CallBack['lang']; at: number; until: number; sealed: string }

const read = ({ id, adapter, lang, at, until }: Row): CallBack => ({
  id,
  adapter,
  lang,
  at: new Date(at).toISOString(),
  until: new Date(until).toISOString(),
})

/** Those that wait, the longest first. */
export const callBacks = (room: Room): CallBack[] =>
  rows<Row>(room.storage.sql, 'SELECT * FROM call_back WHERE until > ? ORDER BY at, id', now(room)).map(read)

/** Keeps a number; a new one of the same conversation replaces it. Null when numbers cannot be kept here. */
export async function keepNumber(room: Room, { conversation, adapter, lang, number }: CallBackRequest) {
  if (!room.callBackKey) return null
  const id = crypto.randomUUID()
  const sealed = await seal(number, id, room.callBackKey)
  const until = lastMomentFor(now(room), room.calendar)
  const { sql, transactionSync } = room.storage
  transactionSync(() => {
    forgetNumber(room, conversation)
    sql.exec(
      'INSERT INTO call_back (id, conversation, adapter, lang, at, until, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id,
      conversation,
      adapter,
      lang,
      now(room),
      until,
      sealed,
    )
  })
  room.announce({ type: 'queue' })
  await armForgetting(room)
  return { until: new Date(until).toISOString() }
}

/** The number, for who is about to call; null when it is gone, or was sealed under another key. */
export async function numberOf(room: Room, id: string): Promise<string | null> {
  const row = first<Row>(room.storage.sql, 'SELECT * FROM call_back WHERE id = ? AND until > ?', id, now(room))
  return row && room.callBackKey ? unseal(row.sealed, id, room.callBackKey).catch(() => null) : null
}

/** Somebody called: the number goes. False: it was gone. */
export function closeCallBack(room: Room, id: string): boolean {
  const gone = rows(room.storage.sql, 'DELETE FROM call_back WHERE id = ? RETURNING id', id).length > 0
  if (gone) room.announce({ type: 'queue' })
  return gone
}

export const forgetNumber = ({ storage: { sql } }: Room, conversation: string): void =>
  void sql.exec('DELETE FROM call_back WHERE conversation = ?', conversation)

/** AES-GCM; the id belongs to it, so that no sealed number can stand in for another. Hex of nonce and cipher text. */
async function seal(number: string, id: string, secret: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(cipher(iv, id), await keyOf(secret), new TextEncoder().encode(number))
  return toHex(iv.buffer) + toHex(sealed)
}

async function unseal(sealed: string, id: string, secret: string): Promise<string> {
  const bytes = fromHex(sealed)
  const plain = await crypto.subtle.decrypt(cipher(bytes.slice(0, 12), id), await keyOf(secret), bytes.slice(12))
  return new TextDecoder().decode(plain)
}

const cipher = (iv: Uint8Array<ArrayBuffer>, id: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(id),
})

async function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
