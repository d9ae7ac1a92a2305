import * as z from 'zod'
import type { ActivityContent, DeliveryStatus, Envelope } from '../../src/core/activity.ts'
import { once } from '../../src/core/once.ts'
import { readCallback } from './callback.ts'
import { codeOf } from './codes.ts'
import { each, id, maybeId, moment } from './fields.ts'
import { keyOf, type Place, personOf, referenceTo } from './person.ts'

/** What became of a message of ours (contract §3b). Order is not promised, and `delivered` may never come. */

const status = once(() =>
  z.object({
    id: id(),
    status: id(),
    timestamp: moment(),
    recipient_id: maybeId(),
    recipient_user_id: maybeId(),
    biz_opaque_callback_data: z.string().max(512).nullable().catch(null),
    errors: each(z.object({ code: z.coerce.number().int() })),
  }),
)
type Status = z.infer<ReturnType<typeof status>>

/** A voice message that is played was read. */
const known = new Map<string, DeliveryStatus>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'read'],
  ['failed', 'failed'],
])

/** Null: nobody can tell whose it is. */
export function statusEnvelope(raw: unknown, place: Place, now: string): Envelope | null {
  const { success, data } = status().safeParse(raw)
  if (!success) return null
  const { outbox, key } = readCallback(data.biz_opaque_callback_data, place.number)
  const known = key ? personOf(key) : { user: null, phone: null }
  const person = { user: data.recipient_user_id ?? known.user, phone: data.recipient_id ?? known.phone }
  const whose = known.user || known.phone ? key : keyOf(place, person)
  if (!whose) return null
  return {
    reference: referenceTo(place, person, whose),
    activity: { id: `${data.id}:${data.status}`, at: data.timestamp ?? now, content: contentOf(data, outbox) },
  }
}

function contentOf({ id, status, errors }: Status, outbox: string | null): ActivityContent {
  const became = known.get(status)
  if (!became) return { type: 'quiet', kind: 'status' }
  const [error] = errors
  return { type: 'status', of: id, outbox, status: became, code: error ? codeOf(error.code) : null }
}
