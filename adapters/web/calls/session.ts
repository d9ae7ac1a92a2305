import type * as z from 'zod'
import { wire } from '../../../src/core/message.ts'
import { life, newToken, referenceOf } from '../../../src/core/token.ts'
import type { Asked, Call } from '../call.ts'
import { isListed } from '../origins.ts'
import type { WebParts } from '../parts.ts'
import { forbiddenOrigin, invalid, tooMany } from '../refusals.ts'
import { sessionAnswer, sessionBody } from '../schemas.ts'

type Body = z.infer<ReturnType<typeof sessionBody>>

/** Begins a conversation. The greeting tells that no person answers. */
export const beginSession: Call<Body> = {
  method: 'POST',
  path: '/sessions',
  summary: 'Begin a conversation with a city',
  open: true,
  body: sessionBody,
  answer: { status: 201, schema: sessionAnswer },
  handle: begin,
}

async function begin({ request, body: { city, locale, topic } }: Asked<Body>, parts: WebParts): Promise<Response> {
  if (!Object.hasOwn(parts.cities, city)) return invalid('city')
  if (!isListed(request, parts, city)) return forbiddenOrigin()
  const wait = await parts.admit(request)
  if (wait !== null) return tooMany(wait)
  const token = newToken()
  const reference = await referenceOf(token, { city, lang: locale ?? null })
  const at = parts.clock()
  const about = topic && Object.hasOwn(parts.cities[city]?.services ?? {}, topic) ? { topic } : {}
  const welcome = { id: 'welcome', at, content: { type: 'welcome' as const, ...about } }
  const [accepted] = await parts.conversations.accept(reference, [welcome])
  const session = {
    token,
    conversation: `c_${reference.key.slice(0, 16)}`,
    expiresAt: new Date(Date.parse(at) + life.longestMs).toISOString(),
    seq: 0,
    notice: { automated: true, retentionDays: parts.retentionDays },
    messages: (accepted?.replies ?? []).map(wire),
  }
  return Response.json(session, { status: 201 })
}
