import type { ActivityContent } from '../../../src/core/activity.ts'
import { wire } from '../../../src/core/message.ts'
import type { Accepted } from '../../../src/core/ports.ts'
import { problem } from '../../../src/core/problem.ts'
import { life } from '../../../src/core/token.ts'
import type { Asked, Call } from '../call.ts'
import { citiesOf } from '../origins.ts'
import type { WebParts } from '../parts.ts'
import { forbiddenOrigin, tooMany, unauthenticated, unavailable } from '../refusals.ts'
import { type MessageBody, messageAnswer, messageBody } from '../schemas.ts'

/** What the citizen says, and the answer to it in the same response. */
export const sendMessage: Call<MessageBody> = {
  method: 'POST',
  path: '/messages',
  summary: 'Say something, or pick a choice; the answer is in the response',
  enters: true,
  body: messageBody,
  answer: { status: 200, schema: messageAnswer },
  handle: send,
}

async function send({ request, body, conversation }: Asked<MessageBody>, parts: WebParts): Promise<Response> {
  const activity = { id: `c:${body.clientMsgId}`, at: parts.clock(), content: contentOf(body) }
  const door = { ...life, cities: citiesOf(request, parts) }
  const entered = await parts.conversations.enter(conversation.reference, door, [activity])
  if (entered === 'closed') return unauthenticated()
  if (entered === 'elsewhere') return forbiddenOrigin()
  const [accepted] = entered
  return accepted ? answer(accepted) : unavailable('try again')
}

const contentOf = (body: MessageBody): ActivityContent =>
  body.type === 'text'
    ? { type: 'text', text: body.text }
    : { type: 'choice', choice: body.choiceId, of: body.messageId ?? null }

/** 202 when a person has the conversation: what they say comes by the stream. */
function answer({ seq, duplicate, conflict, replies, handedOff, retryAfter }: Accepted): Response {
  if (retryAfter !== null) return tooMany(retryAfter)
  if (conflict) return problem(409, 'conflict', 'Another message', 'clientMsgId: it came before with other content')
  const status = handedOff && replies.length === 0 ? 202 : 200
  return Response.json({ seq, duplicate, messages: replies.map(wire) }, { status })
}
