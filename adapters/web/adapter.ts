import type { Adapter, Endpoint } from '../../src/core/ports.ts'
import { base, type Call, endpointOf } from './call.ts'
import { followEvents, readHistory } from './calls/history.ts'
import { sendMessage } from './calls/message.ts'
import { eraseSession, giveFeedback, readTranscript } from './calls/own-data.ts'
import { askForPerson, askToBeCalled, carryOn, isTyping } from './calls/person.ts'
import { beginSession } from './calls/session.ts'
import { suggest } from './calls/suggest.ts'
import { operationOf } from './operation.ts'
import { preflight } from './origins.ts'
import type { WebParts } from './parts.ts'

const calls = [
  beginSession,
  sendMessage,
  readHistory,
  followEvents,
  suggest,
  isTyping,
  carryOn,
  giveFeedback,
  askForPerson,
  askToBeCalled,
  readTranscript,
  eraseSession,
] as unknown as Call<unknown>[]

/** The web: the far side fetches what we say, so nothing is sent, and every route is a call of its own. */
export function webAdapter(parts: WebParts): Adapter {
  return {
    name: 'web',
    capabilities: { delivery: 'pull', longestText: 2000, mostChoices: 50, typing: true, statuses: false },
    routes: [],
    verify: async () => null,
    parse: async () => [],
    render: () => [],
    send: async () => ({ kind: 'failed', code: 'pull' }),
    endpoints: [
      ...calls.map((call) => ({ ...endpointOf(call, parts), operation: () => operationOf(call) })),
      ...[...new Set(calls.map(({ path }) => path))].map((path) => preflightOf(path, parts)),
    ],
    ready: { receives: true, sends: true },
  }
}

const preflightOf = (path: string, parts: WebParts): Endpoint => ({
  method: 'OPTIONS',
  path: `${base}${path}`,
  largestBody: 0,
  handle: async ({ request }) => preflight(request, parts),
})
