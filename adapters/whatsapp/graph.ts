import type { Parts } from './parts.ts'

/** Milliseconds that one request may take when nobody says otherwise. */
const usualPatience = 10_000

type Far = Pick<Parts, 'config' | 'fetch' | 'patience'>

/**
 * Posts to the platform in the name of a number of ours. The only place where the token is attached, and it never
 * follows a redirect.
 * @throws when no answer came.
 */
export function post({ config, fetch, patience }: Far, number: string, body: unknown): Promise<Response> {
  return fetch(`${config.graphUrl}/${encodeURIComponent(number)}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${config.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience ?? usualPatience),
  })
}
