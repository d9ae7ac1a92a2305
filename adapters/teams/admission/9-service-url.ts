import type { JWTPayload } from 'jose'
import type { Incoming } from '../activity.ts'
import { sameServiceUrl } from '../service-url.ts'
import { refusal } from './refusal.ts'

/** Check 9: the body, which nobody signed, asks for answers at the address that the token names. */
export function checkServiceUrl({ serviceUrl }: Incoming, { serviceurl: claimed }: JWTPayload): Response | null {
  if (typeof claimed !== 'string' || serviceUrl === undefined) return refusal(401)
  return sameServiceUrl(claimed, serviceUrl) ? null : refusal(403)
}
