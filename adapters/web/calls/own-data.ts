import type * as z from 'zod'
import { wire } from '../../../src/core/message.ts'
import type { Call } from '../call.ts'
import { notFound } from '../refusals.ts'
import { feedbackBody, transcriptAnswer } from '../schemas.ts'

/** Calls with which citizens dispose of what is theirs. */

export const giveFeedback: Call<z.infer<ReturnType<typeof feedbackBody>>> = {
  method: 'POST',
  path: '/feedback',
  summary: 'What somebody thinks of an answer; the last opinion counts',
  body: feedbackBody,
  answer: { status: 204, schema: null },
  async handle({ body: { messageId, value, comment }, conversation }, { conversations }) {
    const given = { messageId, value, comment: comment ?? null }
    const kept = await conversations.feedback(conversation.reference, given)
    return kept ? new Response(null, { status: 204 }) : notFound('messageId')
  },
}

export const readTranscript: Call<undefined> = {
  method: 'GET',
  path: '/transcript',
  summary: 'Everything that is kept of the conversation',
  body: null,
  answer: { status: 200, schema: transcriptAnswer },
  async handle({ conversation }, { conversations }) {
    const transcript = await conversations.transcript(conversation.reference)
    if (!transcript) return notFound('conversation')
    return Response.json({ ...transcript, messages: transcript.messages.map(wire) })
  },
}

export const eraseSession: Call<undefined> = {
  method: 'DELETE',
  path: '/session',
  summary: 'Erase the conversation everywhere; the token is dead',
  body: null,
  answer: { status: 204, schema: null },
  async handle({ conversation }, { conversations }) {
    await conversations.erase(conversation.reference)
    return new Response(null, { status: 204 })
  },
}
