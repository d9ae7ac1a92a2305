import { type JWTPayload, jwtVerify } from 'jose'
import type { Key } from './keys.ts'

/** Seconds that clocks may differ. */
const skew = 300

/** Check 5: the signature is right, and the token is of now. */
export async function readClaims(token: string, { key }: Key, at: number): Promise<JWTPayload | null> {
  const options = { algorithms: ['RS256'], clockTolerance: skew, currentDate: new Date(at), requiredClaims: ['exp'] }
  return jwtVerify(token, key, options).then(
    ({ payload }) => payload,
    () => null,
  )
}
