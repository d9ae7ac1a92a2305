import type { Adapter, Received } from '../../src/core/ports.ts'
import { type Incoming, readActivity } from './activity.ts'
import { admit } from './admission/admit.ts'
import { keysOf } from './admission/keys.ts'
import { answer } from './answering/answer.ts'
import { answeringRoutes } from './answering/routes.ts'
import { callerOf } from './outbound/call.ts'
import { limitsOf } from './outbound/limits.ts'
import { send } from './outbound/send.ts'
import { tokensOf } from './outbound/token.ts'
import type { TeamsParts } from './parts.ts'
import { audiencesOf } from './reading/audience.ts'
import { readEnvelopes } from './reading/read.ts'
import { readingRoutes } from './reading/routes.ts'

/** What the adapter does once something comes in or goes out. */
export type Inside = Required<Pick<Adapter, 'verify' | 'parse' | 'respond' | 'send'>>

/** Keys, tokens and what was learnt of people live here, for as long as the Worker does. */
export function insideOf(parts: TeamsParts): Inside {
  const keys = keysOf(parts)
  const call = callerOf(parts, tokensOf(parts))
  const limits = limitsOf()
  const audience = audiencesOf(call, parts)
  const [reading, answering] = [readingRoutes(), answeringRoutes(parts, audience)]
  return {
    verify: (received) => admit(received, keys, parts),
    parse: (received) => readEnvelopes(incomingOf(received), { app: reading, audience, parts }),
    respond: (received, accepted) => answer(answering, incomingOf(received), accepted),
    send: (payload, context) => send(payload, context, { call, limits, parts }),
  }
}

const incomingOf = ({ bytes }: Received): Incoming | null => readActivity(bytes)
