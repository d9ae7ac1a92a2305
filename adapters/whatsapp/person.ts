import type { ConversationReference } from '../../src/core/activity.ts'
import type { Contact } from './envelope.ts'

/** Who somebody is to the platform: an id of their own for us, a phone number, or both (contract §3c). */
export type Person = { user: string | null; phone: string | null }

/** The number of ours that was written to, and whose it is. */
export type Place = { number: string; city: string }

/** Fills in what the platform tells beside the message: only from the contact that is this person. */
export function complete({ user, phone }: Person, contacts: Contact[]): Person {
  const same = user
    ? contacts.find(({ user_id }) => user_id === user)
    : contacts.find(({ wa_id }) => phone !== null && wa_id === phone)
  return { user: user ?? same?.user_id ?? null, phone: phone ?? same?.wa_id ?? null }
}

/**
 * Whose conversation it is. By the platform's id for them, since the number may be absent; null without either: an id
 * with nothing in it would give strangers one conversation.
 */
export function keyOf({ number }: Place, { user, phone }: Person): string | null {
  if (user) return `${number}:u:${user}`
  return phone ? `${number}:p:${phone}` : null
}

export function referenceTo(place: Place, person: Person, key: string): ConversationReference {
  return {
    adapter: 'whatsapp',
    key,
    city: place.city,
    lang: null,
    audience: 'citizen',
    address: {
      number: place.number,
      ...(person.user ? { user: person.user } : {}),
      ...(person.phone ? { phone: person.phone } : {}),
    },
  }
}
