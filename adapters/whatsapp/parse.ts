import type { Envelope } from '../../src/core/activity.ts'
import type { Adapter } from '../../src/core/ports.ts'
import { type Change, readChanges, readValue, type Value } from './envelope.ts'
import { messageEnvelope } from './messages.ts'
import { updateEnvelope } from './moved.ts'
import type { Dropped, Parts } from './parts.ts'
import type { Place } from './person.ts'
import { statusEnvelope } from './statuses.ts'

type Reading = Pick<Parts, 'config' | 'clock' | 'count'>

/** Every entry × change × message × status, in the order in which they stand. What is left out is counted, never an error. */
export function parseWith(parts: Reading): Adapter['parse'] {
  return async ({ bytes }) => {
    const read = readChanges(bytes)
    for (let left = read?.unreadable ?? 1; left > 0; left--) parts.count('whatsapp.unreadable')
    return (read?.changes ?? []).flatMap((change) => kept(envelopesOf(change, parts), parts))
  }
}

type Found = Envelope | Dropped

const kept = (found: Found[], { count }: Reading): Envelope[] =>
  found.flatMap((one) => {
    if (typeof one !== 'string') return [one]
    count(one)
    return []
  })

function envelopesOf({ field, value: raw }: Change, { config, clock }: Reading): Found[] {
  const read = fields.get(field)
  if (!read) return ['whatsapp.other-field']
  const value = readValue(raw)
  if (!value) return ['whatsapp.unreadable']
  const number = value.metadata.phone_number_id
  const city = Object.hasOwn(config.numbers, number) ? config.numbers[number] : undefined
  return city ? read(value, { number, city }, new Date(clock()).toISOString()) : ['whatsapp.unknown-number']
}

/** Any mix may come, though the platform promises one kind at a time. */
function conversation({ metadata, contacts, messages, statuses, errors }: Value, place: Place, now: string): Found[] {
  const own = metadata.display_phone_number.replace(/\D/g, '')
  return [
    ...messages.map((raw) => messageEnvelope(raw, { place, own, contacts, now })),
    ...statuses.map((raw): Found => statusEnvelope(raw, place, now) ?? 'whatsapp.nameless'),
    ...errors.map((): Found => 'whatsapp.account-error'),
  ]
}

/** The fields that concern people; those of the account itself, its templates and its calls are counted only. */
const fields = new Map<string, (value: Value, place: Place, now: string) => Found[]>([
  ['messages', conversation],
  ['user_id_update', ({ user_id_update }, place, now) => user_id_update.map((raw) => updateEnvelope(raw, place, now))],
])
