import type { Adapter, Received } from '../../src/core/ports.ts'
import { type Incoming, readActivity } from './activity.ts'
import { largestBody } from './admission/1-body.ts'
import { admit } from './admission/admit.ts'
import { keysOf } from './admission/keys.ts'
import { answer } from './answering/answer.ts'
import { answeringRoutes } from './answering/routes.ts'
import { longestText, render } from './cards/render.ts'
import { callerOf } from './outbound/call.ts'
import { limitsOf } from './outbound/limits.ts'
import { send } from './outbound/send.ts'
import { tokensOf } from './outbound/token.ts'
import type { TeamsParts } from './parts.ts'
import { audiencesOf } from './reading/audience.ts'
import { readEnvelopes } from './reading/read.ts'
import { readingRoutes } from './reading/routes.ts'

const path = '/api/messages'

/** Microsoft Teams, over the protocol of the Bot Framework. Its words stay in this folder. */
export function teamsAdapter(parts: TeamsParts): Adapter {
  const keys = keysOf(parts)
  const call = callerOf(parts, tokensOf(parts))
  const limits = limitsOf()
  const audience = audiencesOf(call, parts)
  const [reading, answering] = [readingRoutes(), answeringRoutes(parts)]
  const registered = parts.config.registration !== null
  return {
    name: 'teams',
    capabilities: { delivery: 'push', longestText, mostChoices: 100, typing: false, statuses: false },
    // Only POST brings something; the others are there to be refused by name.
    routes: (['POST', 'GET', 'DELETE'] as const).map((method) => ({ method, path, largestBody })),
    verify: (received) => admit(received, keys, parts),
    parse: (received) => readEnvelopes(incomingOf(received), { app: reading, audience, parts }),
    respond: (received, accepted) => answer(answering, incomingOf(received), accepted),
    render: (message, reference) => render(message, reference, parts),
    send: (payload, context) => send(payload, context, { call, limits, parts }),
    ready: { receives: registered, sends: registered },
  }
}

const incomingOf = ({ bytes }: Received): Incoming | null => readActivity(bytes)
