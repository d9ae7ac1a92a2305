import * as z from 'zod'
import type { ConversationReference } from '../../../src/core/activity.ts'
import { once } from '../../../src/core/once.ts'
import type { Incoming } from '../activity.ts'
import type { Caller } from '../outbound/call.ts'
import { nowOf, type TeamsParts } from '../parts.ts'

type Audience = ConversationReference['audience']
export type Audiences = (incoming: Incoming) => Promise<Audience>

/** A person waits while we look, and Teams gives up on us soon. */
const timeout = 800
const hour = 3_600_000
/** How long we believe what the roster said, and that it said nothing. */
const believed: Record<Audience, number> = { staff: hour, citizen: hour / 12 }
const mostKept = 5000

const member = once(() =>
  z.object({
    tenantId: z.string(),
    userRole: z.string(),
    aadObjectId: z.string().min(1),
    userPrincipalName: z.string().default(''),
  }),
)

/**
 * Whether somebody is a colleague: the roster of the conversation must say that they are a user of our tenant and no
 * guest. What the activity itself says is not signed and proves nothing; who cannot be looked up is a citizen.
 */
export function audiencesOf(call: Caller, parts: TeamsParts): Audiences {
  const known = new Map<string, { audience: Audience; until: number }>()
  const keep = (person: string, audience: Audience): Audience => {
    for (const oldest of known.keys()) if (known.size >= mostKept) known.delete(oldest)
    known.set(person, { audience, until: nowOf(parts) + believed[audience] })
    return audience
  }
  return async ({ conversation, from, serviceUrl }) => {
    if (!conversation?.id || !from?.id || isGuest(from.userRole ?? from.role)) return 'citizen'
    const kept = known.get(from.id)
    if (kept && nowOf(parts) < kept.until) return kept.audience
    const path = ['conversations', conversation.id, 'members', from.id]
    const found = await call({ serviceUrl, method: 'GET', path, timeout })
    return keep(from.id, found.kind === 'answered' && found.status === 200 ? judge(found.body, parts) : 'citizen')
  }
}

const isGuest = (role: string | undefined): boolean => /guest|anonymous/i.test(role ?? '')

/** The name under which Entra keeps guests ends so, also where Teams calls them a user. */
const guestName = /#EXT#/i

function judge(body: unknown, { config }: TeamsParts): Audience {
  const found = member().safeParse(body)
  if (!found.success || isGuest(found.data.userRole) || guestName.test(found.data.userPrincipalName)) return 'citizen'
  return found.data.tenantId.toLowerCase() === config.registration?.tenantId.toLowerCase() ? 'staff' : 'citizen'
}
