import { first } from '../../core/storage.ts'
import { now, type Room } from './room.ts'

/** Codes under which an agent finds a citizen's conversation again: short, easy to say, soon worth nothing. */

const hours24 = 24 * 3_600_000
/** Tries to find a code that is free; with ten thousand of them and a day to live one is free at once. */
const mostTries = 50

/**
 * A code of the city's name and four digits, such as "… 4821": it tells nothing of who has it, and works once.
 * @throws when every try met one that is in use.
 */
export function issue(room: Room, conversation: string): { code: string; expiresAt: string } {
  const { sql } = room.storage
  const until = now(room) + hours24
  sql.exec('DELETE FROM carry_on WHERE until < ? OR conversation = ?', now(room), conversation)
  for (let tries = 0; tries < mostTries; tries += 1) {
    const digits = fourDigits()
    if (first(sql, 'SELECT 1 FROM carry_on WHERE code = ?', digits)) continue
    sql.exec('INSERT INTO carry_on VALUES (?, ?, ?)', digits, conversation, until)
    return { code: `${room.city} ${digits}`, expiresAt: new Date(until).toISOString() }
  }
  throw new Error('desk: no free carry-on code')
}

/** Unbiased: numbers from the last, incomplete round of ten thousand are drawn again. */
function fourDigits(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return number < 4_294_960_000 ? String(number % 10_000).padStart(4, '0') : fourDigits()
}

/** The conversation is gone, and so is the way to it. */
export const forgetCode = ({ storage: { sql } }: Room, conversation: string): void =>
  void sql.exec('DELETE FROM carry_on WHERE conversation = ?', conversation)

/** The conversation of a code that is still good, which it then no longer is. Spaces and the city's name may be left out. */
export function redeem(room: Room, said: string): string | null {
  const { sql } = room.storage
  const digits = said.replace(/\D/g, '')
  const found = first<{ conversation: string }>(
    sql,
    'SELECT conversation FROM carry_on WHERE code = ? AND until >= ?',
    digits,
    now(room),
  )
  if (found) sql.exec('DELETE FROM carry_on WHERE code = ?', digits)
  return found?.conversation ?? null
}
