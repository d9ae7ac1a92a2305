import type { Context } from 'hono'
import * as z from 'zod'
import { readJsonBody } from '../../core/json-body.ts'
import { once } from '../../core/once.ts'
import { problem } from '../../core/problem.ts'
import { deskEntry } from '../office/entry.ts'
import { mark } from '../office/missed.ts'

/** Largest body of the desk: a batch of what was written down while the server was away. */
export const largestBody = 256 * 1024

const text = () => z.string().trim().min(1).max(2000)
const agent = once(() => z.object({ subject: z.string().min(1).max(255), name: z.string().max(80).nullable() }))

/** Bodies by route; unknown fields are left out. */
export const bodies = {
  say: once(() => z.object({ clientMsgId: z.string().min(8).max(64), text: text() })),
  log: once(() => z.object({ entries: z.array(deskEntry()).min(1).max(500) })),
  mark,
  redeem: once(() => z.object({ code: z.string().min(4).max(40) })),
  transfer: agent,
}

/** A body by its schema, or the refusal. */
export async function read<T>(context: Context, schema: () => z.ZodType<T>): Promise<{ value: T } | Response> {
  const raw = new Uint8Array(await context.req.arrayBuffer())
  if (raw.length > largestBody) return problem(413, 'too_large', 'The body is too large')
  return readJsonBody(raw, schema())
}
