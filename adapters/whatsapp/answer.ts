import * as z from 'zod'
import { once } from '../../src/core/once.ts'
import { id } from './fields.ts'

/** What the platform answers when we send: an id of its own, or an error. */

const accepted = once(() => z.object({ messages: z.tuple([z.object({ id: id() })], z.unknown()) }))

const refused = once(() =>
  z.object({
    error: z.object({ code: z.coerce.number().int(), error_subcode: z.coerce.number().int().nullable().catch(null) }),
  }),
)

export type Answer =
  | { kind: 'accepted'; id: string }
  | { kind: 'refused'; code: number; subcode: number | null }
  /** Nothing that we can read. */
  | { kind: 'unclear' }

/** An error is one, also under a 200. */
export function readAnswer(text: string): Answer {
  const answered = json(text)
  const error = refused().safeParse(answered).data?.error
  if (error) return { kind: 'refused', code: error.code, subcode: error.error_subcode }
  const [message] = accepted().safeParse(answered).data?.messages ?? []
  return message ? { kind: 'accepted', id: message.id } : { kind: 'unclear' }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
