import * as z from 'zod'
import type { ActivityContent, Envelope } from '../../src/core/activity.ts'
import { once } from '../../src/core/once.ts'
import { maybeId, moment } from './fields.ts'
import type { Dropped } from './parts.ts'
import { keyOf, type Person, type Place, referenceTo } from './person.ts'

/** The same person under another id: only these signed events of the platform say so (contract §3c). */

const changed = once(() =>
  z.object({
    system: z.object({
      type: z.enum(['user_changed_number', 'user_changed_user_id']),
      user_id: maybeId(),
      previous_user_id: maybeId(),
      wa_id: maybeId(),
    }),
  }),
)

export type Move = { was: Person; content: ActivityContent }

/** A `system` message: who it was about, and under which key they go on. */
export function moveOf(message: unknown, sender: Person, place: Place): Move {
  const { success, data } = changed().safeParse(message)
  if (!success) return { was: sender, content: { type: 'quiet', kind: 'system' } }
  const { user_id, previous_user_id, wa_id } = data.system
  const was = { ...sender, user: sender.user ?? previous_user_id }
  return { was, content: moveTo(keyOf(place, { user: user_id, phone: wa_id }), keyOf(place, was)) }
}

const moveTo = (next: string | null, former: string | null): ActivityContent =>
  next && next !== former ? { type: 'moved', to: next } : { type: 'quiet', kind: 'system' }

/** An entry of the field `user_id_update`. It has no id of its own: both ids together are. */
const update = once(() =>
  z.object({
    user_id: z.object({ previous: maybeId(), current: maybeId() }),
    wa_id: maybeId(),
    timestamp: moment(),
  }),
)

export function updateEnvelope(raw: unknown, place: Place, now: string): Envelope | Dropped {
  const { success, data } = update().safeParse(raw)
  if (!success) return 'whatsapp.nameless'
  const was = { user: data.user_id.previous, phone: data.wa_id }
  const key = was.user ? keyOf(place, was) : null
  const to = keyOf(place, { user: data.user_id.current, phone: null })
  if (!key || !to || to === key) return 'whatsapp.nameless'
  const at = data.timestamp ?? now
  return {
    reference: referenceTo(place, was, key),
    activity: { id: `${key}>${to}`, at, content: { type: 'moved', to } },
  }
}
