import * as z from 'zod'
import { once } from '../../../src/core/once.ts'
import type { Payload, SendContext, SendResult } from '../../../src/core/ports.ts'
import { nowOf, type TeamsParts } from '../parts.ts'
import type { Caller, CallResult } from './call.ts'
import type { Limits } from './limits.ts'

const timeout = 10_000

/** What `render` makes: an activity, and a plainer one for when it turns out too large. */
const rendered = once(() =>
  z.object({
    activity: z.record(z.string(), z.unknown()),
    plain: z.record(z.string(), z.unknown()).optional(),
  }),
)
const accepted = once(() => z.object({ id: z.string().min(1) }))

/** One message to the conversation it belongs to. */
export async function send(
  payload: Payload,
  { reference }: SendContext,
  { call, limits, parts }: { call: Caller; limits: Limits; parts: TeamsParts },
): Promise<SendResult> {
  const { conversationId, serviceUrl } = reference.address
  const content = rendered().safeParse(payload)
  if (!content.success || conversationId === undefined) return { kind: 'failed', code: 'payload' }
  const wait = limits.enter(conversationId, nowOf(parts))
  if (wait > 0) return { kind: 'retry', afterMs: wait, code: 'conversation-limit' }
  const { activity, plain } = content.data
  const path = ['conversations', conversationId, 'activities']
  return judge(await call({ serviceUrl, method: 'POST', path, body: activity, timeout }), plain)
}

/** Statuses after which trying again helps, by Teams' own list and common sense. */
const passing = new Set([408, 412, 425, 429, 500, 502, 503, 504])

function judge(result: CallResult, plain: Record<string, unknown> | undefined): SendResult {
  if (result.kind === 'refused') return { kind: 'failed', code: result.code }
  // Teams tells nothing afterwards, so what may have arrived is sent again: better twice than never.
  if (result.kind === 'lost' || result.kind === 'retry') return { kind: 'retry', afterMs: null, code: result.code }
  if (result.kind === 'hold') return result
  const { status, body, retryAfterMs } = result
  if (status >= 200 && status < 300) return { kind: 'sent', platformId: accepted().safeParse(body).data?.id ?? null }
  if (status === 401) return { kind: 'hold', code: 'token-not-accepted' }
  if (passing.has(status)) return { kind: 'retry', afterMs: retryAfterMs, code: `http-${status}` }
  if (status === 413 && plain) return { kind: 'failed', code: 'http-413', fallback: { activity: plain } }
  return { kind: 'failed', code: status >= 300 && status < 400 ? 'redirected' : `http-${status}` }
}
