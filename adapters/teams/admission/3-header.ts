import { decodeProtectedHeader } from 'jose'

/** Check 3: signed with RS256 and nothing else, by a key that has a name. Gives that name. */
export function readKeyId(token: string): string | null {
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    return alg === 'RS256' && typeof kid === 'string' && kid.length > 0 ? kid : null
  } catch {
    return null
  }
}
