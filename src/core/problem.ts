/** Codes of RFC 9457 problems that callers may rely on. */
export type ProblemCode =
  | 'bad_request'
  | 'unauthenticated'
  | 'forbidden_origin'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'invalid'
  | 'rate_limited'
  | 'unavailable'

/** An `application/problem+json` answer. `detail` names the field; it never repeats what was sent. */
export function problem(status: number, code: ProblemCode, title: string, detail?: string): Response {
  const body = { type: 'about:blank', title, status, code, ...(detail ? { detail } : {}) }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
