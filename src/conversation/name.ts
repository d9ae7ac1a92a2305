import type { ConversationReference } from '../core/activity.ts'
import { toHex } from '../core/hex.ts'

/** The name of a conversation's object: an HMAC, since names show in dashboards. Lengths go first, so that no two pairs meet. */
export async function nameOf(
  { adapter, key }: Pick<ConversationReference, 'adapter' | 'key'>,
  pepper: string,
): Promise<string> {
  if (!adapter || !key) throw new Error('conversation: a reference needs an adapter and a key')
  return hmacOf(`${adapter.length}:${adapter}${key.length}:${key}`, pepper)
}

/** HMAC-SHA-256 of a text, in hexadecimals. */
export async function hmacOf(text: string, pepper: string): Promise<string> {
  const bytes = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes.encode(pepper), algorithm, false, ['sign'])
  return toHex(await crypto.subtle.sign('HMAC', key, bytes.encode(text)))
}
