import { kept, scene } from './scene.ts'

/** Longer than this is no answer: what was sent stays, and is offered again. */
const patience = 20_000

export const request = (path: string, init: RequestInit, headers: Record<string, string>): Promise<Response> => {
  const { token } = kept()
  return fetch(`${scene.home}/api/web/v1/${path}`, {
    ...init,
    headers: token ? { ...headers, authorization: `Bearer ${token}` } : headers,
  })
}

/** One call: its status, 0 when nothing came back, and what it says. A body makes it a POST. */
export const call = async <T>(
  path: string,
  body?: unknown,
  method = body ? 'POST' : 'GET',
): Promise<[status: number, said: (T & { retryAfter?: number }) | undefined]> => {
  const init = { method, signal: AbortSignal.timeout(patience), body: body ? JSON.stringify(body) : null }
  const answer = await request(path, init, body ? { 'content-type': 'application/json' } : {}).catch(() => undefined)
  return [answer?.status ?? 0, await answer?.json().catch(() => undefined)]
}
