import * as z from 'zod'
import { once } from '../../src/core/once.ts'
import { each, maybeId } from './fields.ts'

/** The outer layers of what the platform posts (contract §3). Each message and status is read on its own, further in. */

const anything = once(() => z.array(z.unknown()).default([]).catch([]))

const contact = once(() => z.object({ user_id: maybeId(), wa_id: maybeId() }))
export type Contact = z.infer<ReturnType<typeof contact>>

const value = once(() =>
  z.object({
    metadata: z.object({
      phone_number_id: z.string(),
      display_phone_number: z.string().catch(''),
    }),
    contacts: each(contact()),
    messages: anything(),
    statuses: anything(),
    errors: anything(),
    user_id_update: anything(),
  }),
)
export type Value = z.infer<ReturnType<typeof value>>

const change = once(() => z.object({ field: z.string(), value: z.unknown() }))
export type Change = z.infer<ReturnType<typeof change>>

/** What stands in a change of a field that we know; null when it does not. */
export const readValue = (raw: unknown): Value | null => value().safeParse(raw).data ?? null

const whole = once(() =>
  z.object({ entry: z.array(z.object({ changes: z.array(z.unknown()).catch([]) }).catch({ changes: [] })) }),
)

/** Every change of every entry, null for one that cannot be read. Null altogether: not even the outside is what we know. */
export function readChanges(bytes: Uint8Array): (Change | null)[] | null {
  const { data } = whole().safeParse(json(bytes))
  return data ? data.entry.flatMap(({ changes }) => changes.map((one) => change().safeParse(one).data ?? null)) : null
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
