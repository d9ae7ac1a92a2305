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
    const changes = readChanges(bytes) ?? [null]
    const found = changes.flatMap((change): Found[] => (change ? envelopesOf(change, parts) : ['whatsapp.unreadable']))
    const dropped = Map.groupBy(
      found.filter((one) => typeof one === 'string'),
      (one) => one,
    )
    for (const [what, all] of dropped) parts.count(what, all.length)
    return found.filter((one) => typeof one !== 'string')
  }
}

type Found = Envelope | Dropped

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
