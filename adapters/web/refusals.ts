import { problem } from '../../src/core/problem.ts'

/** How this way in says no. Every detail names a field, and none repeats what was sent. */

export const unauthenticated = (): Response =>
  problem(401, 'unauthenticated', 'No conversation', 'authorization: the token of a conversation that is still open')

export const forbiddenOrigin = (): Response =>
  problem(403, 'forbidden_origin', 'Not from here', 'origin: one of those that the city lists')

export const notJson = (): Response =>
  problem(415, 'bad_request', 'The body cannot be read', 'content-type: application/json')

export const invalid = (fields: string): Response => problem(422, 'invalid', 'The request is not right', fields)

export const notFound = (field: string): Response => problem(404, 'not_found', 'Not found', field)

export const unavailable = (detail: string): Response => problem(503, 'unavailable', 'Not now', detail)

/** 429, with the seconds to wait in the header and in the body. */
export function tooMany(retryAfter: number): Response {
  const body = { type: 'about:blank', title: 'Too many', status: 429, code: 'rate_limited', retryAfter }
  return new Response(JSON.stringify(body), {
    status: 429,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': String(retryAfter),
    },
  })
}
