import type { Adapter, Endpoint, Received } from '../../src/core/ports.ts'
import { getMessages, postMessage } from './messages.ts'
import type { WebParts } from './parts.ts'
import { postSession } from './sessions.ts'

const base = '/api/web/v1'
const largestBody = 16 * 1024

/** The web: the far side fetches what we say, so nothing is sent. Its routes are all of its own. */
export function webAdapter(parts: WebParts): Adapter {
  const on = (
    method: Endpoint['method'],
    path: string,
    handle: (received: Received, parts: WebParts) => Promise<Response>,
  ): Endpoint => ({ method, path: `${base}${path}`, largestBody, handle: (received) => handle(received, parts) })
  return {
    name: 'web',
    capabilities: { delivery: 'pull', longestText: 2000, mostChoices: 50, typing: true, statuses: false },
    routes: [],
    verify: async () => null,
    parse: async () => [],
    render: () => [],
    send: async () => ({ kind: 'failed', code: 'pull' }),
    endpoints: [
      on('POST', '/sessions', postSession),
      on('POST', '/messages', postMessage),
      on('GET', '/messages', getMessages),
    ],
    ready: { receives: true, sends: true },
  }
}
