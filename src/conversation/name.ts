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
  return toHex(await crypto.subtle.sign('HMAC', await keyOf(pepper), bytes.encode(text)))
}

const bytes = new TextEncoder()
const algorithm = { name: 'HMAC', hash: 'SHA-256' }

const keys = new Map<string, Promise<CryptoKey>>()

/** Made once: every message names a conversation. */
function keyOf(pepper: string): Promise<CryptoKey> {
  const known = keys.get(pepper) ?? crypto.subtle.importKey('raw', bytes.encode(pepper), algorithm, false, ['sign'])
  keys.set(pepper, known)
  return known
}
