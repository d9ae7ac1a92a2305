import type { Received } from '../../src/core/ports.ts'
import { problem } from '../../src/core/problem.ts'
import { readJson } from './body.ts'
import { tooMany } from './messages.ts'
import { life, type WebParts } from './parts.ts'
import { sessionBody } from './schemas.ts'
import { newToken, referenceOf } from './session.ts'

/** `POST /sessions`: begins a conversation. The greeting tells that no person answers. */
export async function postSession({ request, bytes }: Received, parts: WebParts): Promise<Response> {
  const body = readJson(bytes, sessionBody)
  if (body instanceof Response) return body
  const { city, locale } = body.value
  if (!Object.hasOwn(parts.cities, city)) return problem(422, 'invalid', 'The body is not right', 'city')
  const wait = await parts.admit(request)
  if (wait !== null) return tooMany(wait)
  const token = newToken()
  const reference = await referenceOf(token, { city, lang: locale ?? null })
  const at = parts.clock()
  const [accepted] = await parts.conversations.accept(reference, [{ id: 'welcome', at, content: { type: 'welcome' } }])
  const session = {
    token,
    conversation: `c_${reference.key.slice(0, 16)}`,
    expiresAt: new Date(Date.parse(at) + life.longestMs).toISOString(),
    seq: 0,
    notice: { automated: true, retentionDays: parts.retentionDays },
    messages: accepted?.replies ?? [],
  }
  return Response.json(session, { status: 201 })
}
