import type { ActivityContent } from '../../src/core/activity.ts'
import type { Accepted, Received } from '../../src/core/ports.ts'
import { problem } from '../../src/core/problem.ts'
import { readJson } from './body.ts'
import type { WebParts } from './parts.ts'
import { type MessageBody, messageBody } from './schemas.ts'
import { sessionOf } from './session.ts'

/** `POST /messages`: what the citizen says, and the answer to it in the same response. */
export async function postMessage({ request, bytes }: Received, parts: WebParts): Promise<Response> {
  const session = await sessionOf(request, parts)
  if (session instanceof Response) return session
  const body = readJson(bytes, messageBody)
  if (body instanceof Response) return body
  const { clientMsgId: id } = body.value
  const [accepted] = await parts.conversations.accept(session.reference, [
    { id, at: parts.clock(), content: contentOf(body.value) },
  ])
  return accepted ? answer(accepted) : problem(503, 'unavailable', 'Nothing was stored')
}

const contentOf = (body: MessageBody): ActivityContent =>
  body.type === 'text'
    ? { type: 'text', text: body.text }
    : { type: 'choice', choice: body.choiceId, of: body.messageId ?? null }

function answer({ seq, duplicate, conflict, replies, handedOff, retryAfter }: Accepted): Response {
  if (retryAfter !== null) return tooMany(retryAfter)
  if (conflict) return problem(409, 'conflict', 'Another message', 'clientMsgId: it came before with other content')
  const silent = handedOff && replies.length === 0
  return Response.json({ seq, duplicate, messages: replies }, { status: silent ? 202 : 200 })
}

/** 429, with the seconds to wait in the header and in the body. */
export function tooMany(seconds: number): Response {
  const body = { type: 'about:blank', title: 'Too many', status: 429, code: 'rate_limited', retryAfter: seconds }
  return new Response(JSON.stringify(body), {
    status: 429,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': String(seconds) },
  })
}

/** `GET /messages?after=&limit=`: what was said, in order. */
export async function getMessages({ request }: Received, parts: WebParts): Promise<Response> {
  const session = await sessionOf(request, parts)
  if (session instanceof Response) return session
  const query = new URL(request.url).searchParams
  const after = number(query.get('after'), -1)
  const limit = number(query.get('limit'), 50)
  if (after === undefined || limit === undefined || limit < 1 || limit > 200)
    return problem(422, 'invalid', 'The address is not right', 'after and limit are whole numbers, limit 1 to 200')
  return Response.json({
    seq: session.seq,
    messages: await parts.conversations.history(session.reference, { after, limit }),
  })
}

/** A whole number as written; undefined when it is none. */
const number = (text: string | null, absent: number): number | undefined =>
  text === null ? absent : /^-?\d{1,9}$/.test(text) ? Number(text) : undefined
