import type * as z from 'zod'
import { wire } from '../../../src/core/message.ts'
import { callableNumber } from '../../../src/core/phone-number.ts'
import type { Call } from '../call.ts'
import { unavailable } from '../refusals.ts'
import { callBackAnswer, callBackBody, carryOnAnswer, emptyBody, handoffAnswer, handoffBody } from '../schemas.ts'

/** Calls about a person at the desk. */

export const askForPerson: Call<z.infer<ReturnType<typeof handoffBody>>> = {
  method: 'POST',
  path: '/handoff',
  summary: 'Ask for a person; `nobody` when there is none',
  body: handoffBody,
  answer: { status: 202, schema: handoffAnswer },
  async handle({ conversation }, { conversations }) {
    const { messages, ...standing } = await conversations.handoff(conversation.reference)
    return Response.json({ ...standing, messages: messages.map(wire) }, { status: 202 })
  },
}

/** The number goes to the desk alone: it is no part of the conversation, and leaves with nothing that is exported. */
export const askToBeCalled: Call<z.infer<ReturnType<typeof callBackBody>>> = {
  method: 'POST',
  path: '/call-back',
  summary: 'Ask to be called back on a number, which is kept apart until then and for five working days at most',
  body: callBackBody,
  answer: { status: 201, schema: callBackAnswer },
  async handle({ body, conversation }, { conversations }) {
    const kept = await conversations.callBack(conversation.reference, callableNumber(body.number) ?? '')
    return kept ? Response.json(kept, { status: 201 }) : unavailable('nobody can call back here')
  },
}

export const isTyping: Call<z.infer<ReturnType<typeof emptyBody>>> = {
  method: 'POST',
  path: '/typing',
  summary: 'Somebody is typing; shown to the person at the desk, kept nowhere',
  body: emptyBody,
  answer: { status: 204, schema: null },
  async handle({ conversation }, { conversations }) {
    await conversations.typing(conversation.reference)
    return new Response(null, { status: 204 })
  },
}

/** A code to go on by phone or at a counter. Refused where nobody could take it up. */
export const carryOn: Call<undefined> = {
  method: 'POST',
  path: '/carry-on',
  summary: 'A short code to go on by phone or at a counter',
  body: null,
  answer: { status: 200, schema: carryOnAnswer },
  async handle({ conversation }, { conversations }) {
    const code = await conversations.carryOn(conversation.reference)
    return code ? Response.json(code) : unavailable('nobody can take it up here')
  },
}
