import type * as z from 'zod'
import { problem } from './problem.ts'

/** Deeper than any body of ours. */
const deepest = 8

/**
 * A JSON body by its schema, or the refusal (400 for what is no JSON in UTF-8, 422 for what is not right), which names
 * the fields and never the words.
 */
export function readJsonBody<T>(bytes: Uint8Array, schema: z.ZodType<T>): { value: T } | Response {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return problem(400, 'bad_request', 'The body cannot be read', 'body: it is not JSON in UTF-8')
  }
  if (depth(json) > deepest)
    return problem(400, 'bad_request', 'The body cannot be read', `body: deeper than ${deepest}`)
  const parsed = schema.safeParse(json)
  if (parsed.success) return { value: parsed.data }
  const wrong = parsed.error.issues.map(({ path }) => path.map(String).join('.') || 'body')
  return problem(422, 'invalid', 'The request is not right', [...new Set(wrong)].join(', '))
}

/** How deep a value is, up to one more than is allowed. */
function depth(value: unknown, at = 0): number {
  if (typeof value !== 'object' || value === null || at > deepest) return at
  return Math.max(at + 1, ...Object.values(value).map((inner) => depth(inner, at + 1)))
}
