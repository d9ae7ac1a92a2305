import { once } from '../../src/core/once.ts'
import type { Adapter } from '../../src/core/ports.ts'
import { longestText, render } from './cards/render.ts'
import { type Inside, insideOf } from './inside.ts'
import { largestBody } from './names.ts'
import type { TeamsParts } from './parts.ts'

const path = '/api/messages'

/**
 * Microsoft Teams, over the protocol of the Bot Framework. Its words stay in this folder. The kits of Microsoft are
 * only run when the first thing comes in or goes out: who visits a page does not wait for them.
 */
export function teamsAdapter(parts: TeamsParts): Adapter {
  const inside = once((): Inside => insideOf(parts))
  const registered = parts.config.registration !== null
  return {
    name: 'teams',
    capabilities: { delivery: 'push', longestText, mostChoices: 100, typing: false, statuses: false },
    // Only POST brings something; the others are there to be refused by name.
    routes: (['POST', 'GET', 'DELETE'] as const).map((method) => ({ method, path, largestBody })),
    verify: async (received) => inside().verify(received),
    parse: async (received) => inside().parse(received),
    respond: async (received, accepted) => inside().respond(received, accepted),
    render: (message, reference) => render(message, reference, parts),
    send: async (payload, context) => inside().send(payload, context),
    ready: { receives: registered, sends: registered },
  }
}
