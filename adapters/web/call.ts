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
  body: (() => z.ZodType<Body>) | null
  /** What it answers when all is well. Null: nothing. */
  answer: { status: number; schema: (() => z.ZodType) | null; type?: string }
  /** Without it the call needs the token of a conversation. */
  open?: true
  /** It looks itself whether the conversation is open, together with what it does there: `visit` is empty. */
  enters?: true
  handle(asked: Asked<Body>, parts: WebParts): Promise<Response>
}

export type Asked<Body> = { request: Request; body: Body; conversation: Conversation }
export type Conversation = { reference: ConversationReference; visit: Visit }

const noVisit: Visit = { startedAt: '', lastAt: '', seq: 0, city: null, lang: null }

/** For calls without a conversation; nobody reads it. */
const none: Conversation = {
  reference: { adapter: 'web', key: '', city: null, lang: null, audience: 'citizen', address: {} },
  visit: noVisit,
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
  const body = call.body ? readJsonBody(bytes, call.body()) : { value: undefined as Body }
  // A stranger does not hear what is wrong with the body.
  const enters = call.enters && !(body instanceof Response)
  const conversation = call.open ? none : await conversationOf(request, enters ? null : parts)
  if (!conversation) return unauthenticated()
  // Another city's site has no business in this conversation.
  if (call.method !== 'GET' && !isListed(request, parts, conversation.visit.city)) return forbiddenOrigin()
  return body instanceof Response ? body : call.handle({ request, body: body.value, conversation }, parts)
}

/** The conversation of a request; null without a token that opens it. Without `parts` only the form of the token counts. */
async function conversationOf(request: Request, parts: WebParts | null): Promise<Conversation | null> {
  const [, token = ''] = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '') ?? []
  if (!isToken(token)) return null
  const reference = await referenceOf(token)
  const visit = parts ? await parts.conversations.visit(reference, life) : noVisit
  return visit && { reference, visit }
}
