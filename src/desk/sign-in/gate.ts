import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose'
import type { DeskConfig } from '../../core/config.ts'
import { type DeskIdentity, identityOf } from './identity.ts'

/** Who stands at the door of the desk: a person, or the status that refuses them. */
export type Admission = { identity: DeskIdentity } | { status: 401 | 403 | 503 }

export type Gate = (request: Request) => Promise<Admission>

/** Seconds that clocks may differ. */
const tolerance = 30

/** The cookie that a local sign-in sets; a deployment behind Cloudflare Access gets a header on every request. */
export const signInCookie = 'desk'

/**
 * Checks the JSON Web Token of every request and stream: signature, issuer, audience, time, and that it gives a role.
 * Without a configured issuer the desk is shut (503), never open. Keys are kept, and fetched again for an unknown one,
 * as the issuer replaces them every few weeks; an issuer that is out of reach shuts the desk too.
 */
export function gateOf({ signIn }: Pick<DeskConfig, 'signIn'>, parts: { fetch: typeof fetch; now: () => Date }): Gate {
  if (!signIn) return async () => ({ status: 503 })
  const keys = createRemoteJWKSet(new URL(signIn.jwksUrl), {
    [customFetch]: (url, init) => parts.fetch(url, { ...init, redirect: 'manual' }),
  })
  return async (request) => {
    const token = tokenOf(request)
    if (!token) return { status: 401 }
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: signIn.issuer,
        audience: signIn.audience,
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: tolerance,
        currentDate: parts.now(),
      })
      const identity = identityOf(payload)
      return identity ? { identity } : { status: 403 }
    } catch (error) {
      return { status: isOfToken(error) ? 401 : 503 }
    }
  }
}

/** Whether the token is at fault, rather than the way to the issuer. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWTExpired ||
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JOSENotSupported

/** The header of Access goes before our cookie: it is new on each request. */
function tokenOf({ headers }: Request): string | null {
  const assertion = headers.get('cf-access-jwt-assertion')
  if (assertion) return assertion
  const [scheme, bearer, more] = (headers.get('authorization') ?? '').split(' ')
  if (scheme === 'Bearer' && bearer && more === undefined) return bearer
  const cookies = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return cookies.find((pair) => pair.startsWith(`${signInCookie}=`))?.slice(signInCookie.length + 1) || null
}
