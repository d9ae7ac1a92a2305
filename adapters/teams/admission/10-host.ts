import type { Incoming } from '../activity.ts'
import { allowedBase } from '../service-url.ts'
import { refusal } from './refusal.ts'

/** Check 10: that address is one to which our token may go. */
export const checkHost = ({ serviceUrl }: Incoming, hosts: readonly string[]): Response | null =>
  allowedBase(serviceUrl, hosts) === null ? refusal(403) : null
