import * as z from 'zod'
import type { ActivityContent, Envelope } from '../../src/core/activity.ts'
import { once } from '../../src/core/once.ts'
import { contentOf } from './contents.ts'
import type { Contact } from './envelope.ts'
import { id, maybeId, moment } from './fields.ts'
import { moveOf } from './moved.ts'
import type { Dropped } from './parts.ts'
import { complete, keyOf, type Person, type Place, referenceTo } from './person.ts'

/** What every message has, whatever its type. */
const message = once(() =>
  z.object({
    id: id(),
    from: maybeId(),
    from_user_id: maybeId(),
    timestamp: moment(),
    type: z.string().catch('unknown'),
    group_id: maybeId(),
  }),
)

/** The value that a message stood in. `own`: our number as people see it, in digits; `now`: when it arrived, ISO in UTC. */
export type Around = { place: Place; own: string; contacts: Contact[]; now: string }

/** One message as an activity of its sender, or why it is none. */
export function messageEnvelope(raw: unknown, { place, own, contacts, now }: Around): Envelope | Dropped {
  const { success, data } = message().safeParse(raw)
  if (!success) return 'whatsapp.nameless'
  if (data.group_id) return 'whatsapp.group'
  if (own !== '' && data.from === own) return 'whatsapp.echo'
  const sender = complete({ user: data.from_user_id, phone: data.from }, contacts)
  const { was, content } = heard(data.type, raw, sender, place)
  const key = keyOf(place, was)
  if (!key) return 'whatsapp.nameless'
  return { reference: referenceTo(place, was, key), activity: { id: data.id, at: data.timestamp ?? now, content } }
}

const heard = (type: string, raw: unknown, sender: Person, place: Place): { was: Person; content: ActivityContent } =>
  type === 'system' ? moveOf(raw, sender, place) : { was: sender, content: contentOf(type, raw) }
