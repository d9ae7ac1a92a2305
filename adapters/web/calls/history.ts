import { wire } from '../../../src/core/message.ts'
import type { Asked, Call } from '../call.ts'
import type { WebParts } from '../parts.ts'
import { invalid } from '../refusals.ts'
import { historyAnswer } from '../schemas.ts'

/** What was said, in order: after `after`, at most `limit` of it. */
export const readHistory: Call<undefined> = {
  method: 'GET',
  path: '/messages',
  summary: 'Messages after a number',
  body: null,
  answer: { status: 200, schema: historyAnswer },
  handle: read,
}

/** Messages as they come, as server-sent events. */
export const followEvents: Call<undefined> = {
  method: 'GET',
  path: '/events',
  summary: 'Messages as they come; `last-event-id` says after which',
  body: null,
  answer: { status: 200, schema: null, type: 'text/event-stream' },
  handle: follow,
}

async function read({ request, conversation }: Asked<undefined>, parts: WebParts): Promise<Response> {
  const query = new URL(request.url).searchParams
  const after = number(query.get('after'), -1)
  const limit = number(query.get('limit'), 50)
  if (after === null) return invalid('after')
  if (limit === null || limit < 1 || limit > 200) return invalid('limit')
  const messages = await parts.conversations.history(conversation.reference, { after, limit })
  return Response.json({ seq: conversation.visit.seq, messages: messages.map(wire) })
}

async function follow({ request, conversation }: Asked<undefined>, parts: WebParts): Promise<Response> {
  // What is no number is a place that we do not know: the stream then begins anew.
  const after = number(request.headers.get('last-event-id'), -1) ?? unknown
  return parts.conversations.subscribe(conversation.reference, after)
}

const unknown = -2

/** A whole number as written; null when it is none. */
function number(text: string | null, absent: number): number | null {
  if (text === null) return absent
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null
}
