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

/** Who a key is of. */
export function personOf(key: string): Person {
  const [, kind, id = ''] = /^\d+:([up]):(.+)$/su.exec(key) ?? []
  return { user: kind === 'u' ? id : null, phone: kind === 'p' ? id : null }
}

/**
 * Who a conversation is with. Its key is the newest that we know: after a move the address may still be of before, and
 * then it is of nobody any more.
 */
export function partner({ key, address }: ConversationReference): Person {
  const { user, phone } = personOf(key)
  const present = user ? address.user === user : address.phone === phone
  return present ? { user: address.user ?? user, phone: address.phone ?? phone } : { user, phone }
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
