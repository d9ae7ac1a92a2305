import type { Key, Keys } from './keys.ts'
import { refusal } from './refusal.ts'

/** Check 4: the key is one that the identity endpoint publishes. While that cannot be reached, the sender must come back. */
export async function findKey(keys: Keys, kid: string): Promise<Key | Response> {
  const found = await keys.find(kid)
  if (found === 'unreachable') return refusal(503)
  return found ?? refusal(401)
}
