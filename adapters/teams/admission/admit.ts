import type { Received } from '../../../src/core/ports.ts'
import { nowOf, type TeamsParts } from '../parts.ts'
import { readBody } from './1-body.ts'
import { readBearer } from './2-bearer.ts'
import { readKeyId } from './3-header.ts'
import { findKey } from './4-key.ts'
import { readClaims } from './5-signature.ts'
import { checkIssuer } from './6-issuer.ts'
import { checkAudience } from './7-audience.ts'
import { checkChannel } from './8-channel.ts'
import { checkServiceUrl } from './9-service-url.ts'
import { checkHost } from './10-host.ts'
import { checkTenant } from './11-tenant.ts'
import { checkAddressee } from './12-addressee.ts'
import type { Keys } from './keys.ts'
import { refusal } from './refusal.ts'

/**
 * Whether a request is genuine: twelve checks, in this order. Without a registration nobody is let in, and nothing turns
 * a check off.
 */
export async function admit(received: Received, keys: Keys, parts: TeamsParts): Promise<Response | null> {
  const { registration, serviceHosts } = parts.config
  if (!registration) return refusal(401)
  const activity = readBody(received)
  if (activity instanceof Response) return activity
  const token = readBearer(received.request)
  if (!token) return refusal(401)
  const kid = readKeyId(token)
  if (!kid) return refusal(401)
  const key = await findKey(keys, kid)
  if (key instanceof Response) return key
  const claims = await readClaims(token, key, nowOf(parts))
  if (!claims) return refusal(401)
  return (
    checkIssuer(claims) ??
    checkAudience(claims, registration.appId) ??
    checkChannel(activity, key) ??
    checkServiceUrl(activity, claims) ??
    checkHost(activity, serviceHosts) ??
    checkTenant(activity, registration.tenantId) ??
    checkAddressee(activity, registration.appId)
  )
}
