import type { Incoming } from '../activity.ts'
import { refusal } from './refusal.ts'

/** Check 11: whatever the activity says of its tenant, it says ours. */
export function checkTenant({ conversation, channelData }: Incoming, tenantId: string): Response | null {
  const named = [conversation?.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined)
  const all = named.length > 0 && named.every((id) => id.toLowerCase() === tenantId.toLowerCase())
  return all ? null : refusal(403)
}
