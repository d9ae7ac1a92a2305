import type * as z from 'zod'
import type { ConversationReference } from '../../src/core/activity.ts'
import { readJsonBody } from '../../src/core/json-body.ts'
import { codeOf, log } from '../../src/core/log.ts'
import type { Endpoint, Received, Visit } from '../../src/core/ports.ts'
import { isToken, life, referenceOf } from '../../src/core/token.ts'
import { isListed, withCors } from './origins.ts'
import type { WebParts } from './parts.ts'
import { forbiddenOrigin, notJson, unauthenticated, unavailable } from './refusals.ts'

/** One call of the interface: what it takes, what it gives, and what it does. */
export type Call<Body> = {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  summary: string
  /** Null: it takes no body. */
  body: z.ZodType<Body> | null
  /** What it answers when all is well. Null: nothing. */
  answer: { status: number; schema: z.ZodType | null; type?: string }
  /** Without it the call needs the token of a conversation. */
  open?: true
  handle(asked: Asked<Body>, parts: WebParts): Promise<Response>
}

export type Asked<Body> = { request: Request; body: Body; conversation: Conversation }
export type Conversation = { reference: ConversationReference; visit: Visit }

/** For calls without a conversation; nobody reads it. */
const none: Conversation = {
  reference: { adapter: 'web', key: '', city: null, lang: null, audience: 'citizen', address: {} },
  visit: { startedAt: '', lastAt: '', seq: 0, city: null, lang: null },
}

const largestBody = 16 * 1024
export const base = '/api/web/v1'

/** A call as an endpoint. The order of refusals is that of what they cost: origin, form, token, body. */
export function endpointOf<Body>(call: Call<Body>, parts: WebParts): Endpoint {
  return {
    method: call.method,
    path: `${base}${call.path}`,
    largestBody,
    async handle(received) {
      const response = await answer(call, received, parts).catch((error: unknown) => {
        log({ event: 'request-failed', adapter: 'web', route: call.path, code: codeOf(error) })
        return unavailable('try again')
      })
      return withCors(received.request, response, parts)
    },
  }
}

async function answer<Body>(call: Call<Body>, { request, bytes }: Received, parts: WebParts): Promise<Response> {
  if (call.method !== 'GET' && !isListed(request, parts, null)) return forbiddenOrigin()
  if (call.body && !/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return notJson()
  const conversation = call.open ? none : await conversationOf(request, parts)
  if (!conversation) return unauthenticated()
  // Another city's site has no business in this conversation.
  if (call.method !== 'GET' && !isListed(request, parts, conversation.visit.city)) return forbiddenOrigin()
  const body = call.body ? readJsonBody(bytes, call.body) : { value: undefined as Body }
  return body instanceof Response ? body : call.handle({ request, body: body.value, conversation }, parts)
}

/** The conversation of a request; null without a living token. */
async function conversationOf(request: Request, { conversations }: WebParts): Promise<Conversation | null> {
  const [, token = ''] = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '') ?? []
  if (!isToken(token)) return null
  const reference = await referenceOf(token)
  const visit = await conversations.visit(reference, life)
  return visit && { reference, visit }
}
