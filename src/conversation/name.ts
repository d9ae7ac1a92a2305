import type { ConversationReference } from '../core/activity.ts'
import { toHex } from '../core/hex.ts'

/** The name of a conversation's object: an HMAC, since names show in dashboards. Lengths go first, so that no two pairs meet. */
export async function nameOf(
  { adapter, key }: Pick<ConversationReference, 'adapter' | 'key'>,
  pepper: string,
): Promise<string> {
  if (!adapter || !key) throw new Error('conversation: a reference needs an adapter and a key')
  const bytes = new TextEncoder()
  const hmac = await crypto.subtle.importKey('raw', bytes.encode(pepper), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const signed = await crypto.subtle.sign(
    'HMAC',
    hmac,
    bytes.encode(`${adapter.length}:${adapter}${key.length}:${key}`),
  )
  return toHex(signed)
}
