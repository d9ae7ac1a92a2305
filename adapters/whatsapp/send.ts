import type { ConversationReference } from '../../src/core/activity.ts'
import type { Adapter, SendResult } from '../../src/core/ports.ts'
import { readAnswer } from './answer.ts'
import { writeCallback } from './callback.ts'
import { codeOf } from './codes.ts'
import { post } from './graph.ts'
import { outcomeOf } from './outcome.ts'
import type { Parts } from './parts.ts'
import { contentOf } from './payload.ts'
import { partner } from './person.ts'
import { retryAfter } from './retry-after.ts'

/** One message to one person, once. What went wrong is told by a code; the token and the words stay here. */
export function sendWith(parts: Parts): Adapter['send'] {
  const { config, clock } = parts
  return async (payload, { reference, outboxId, attempt }) => {
    const { number = '' } = reference.address
    if (!config.accessToken || !Object.hasOwn(config.numbers, number)) return { kind: 'hold', code: codeOf('not-ours') }
    const recipient = recipientOf(reference)
    if (!recipient) return { kind: 'failed', code: codeOf('nobody') }
    const content = contentOf(payload)
    const callback = writeCallback(outboxId, reference.key)
    const body = {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...recipient,
      ...(callback ? { biz_opaque_callback_data: callback } : {}),
      ...content.message,
    }
    try {
      const response = await post(parts, number, body)
      const answer = readAnswer(await response.text())
      const wait = retryAfter(response.headers.get('retry-after'), clock())
      return outcomeOf({ status: response.status, answer, retryAfter: wait }, content, attempt)
    } catch (error) {
      return noAnswer(error)
    }
  }
}

/** By phone number when we know it, else by the platform's id for them (contract §3c). */
function recipientOf(reference: ConversationReference): { to: string } | { recipient: string } | null {
  const { user, phone } = partner(reference)
  if (phone) return { to: phone }
  return user ? { recipient: user } : null
}

/**
 * Without an answer nobody knows whether it arrived: the runtime says of a connection that was never made what it says
 * of one that broke.
 */
function noAnswer(error: unknown): SendResult {
  const timedOut = error instanceof Error && error.name === 'TimeoutError'
  return { kind: 'uncertain', code: codeOf(timedOut ? 'timeout' : 'connection-lost') }
}
