import type { Context } from 'hono'
import * as z from 'zod'
import { problem } from '../../core/problem.ts'
import { deskEntry } from '../office/entry.ts'
import { mark } from '../office/missed.ts'

/** Largest body of the desk: a batch of what was written down while the server was away. */
export const largestBody = 256 * 1024

const text = z.string().trim().min(1).max(2000)
const agent = z.object({ subject: z.string().min(1).max(255), name: z.string().max(80).nullable() })

/** Bodies by route; unknown fields are left out. */
export const bodies = {
  say: z.object({ clientMsgId: z.string().min(8).max(64), text }),
  log: z.object({ entries: z.array(deskEntry).min(1).max(500) }),
  mark,
  redeem: z.object({ code: z.string().min(4).max(40) }),
  transfer: agent,
}

/** A body by its schema, or the refusal, which names the field and never the words. */
export async function read<T>(context: Context, schema: z.ZodType<T>): Promise<{ value: T } | Response> {
  const raw = await context.req.text()
  if (raw.length > largestBody) return problem(413, 'too_large', 'The body is too large')
  let json: unknown
  try {
    json = JSON.parse(raw)
  } catch {
    return problem(400, 'bad_request', 'The body cannot be read', 'body: it is not JSON')
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { value: parsed.data }
  const wrong = parsed.error.issues.map(({ path }) => path.map(String).join('.') || 'body')
  return problem(422, 'invalid', 'The body is not right', [...new Set(wrong)].join(', '))
}
