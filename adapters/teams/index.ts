import type { Adapter } from '../../src/core/ports.ts'
import { longestText, render } from './cards/render.ts'
import type { Inside } from './inside.ts'
import { largestBody } from './names.ts'
import type { TeamsParts } from './parts.ts'

const path = '/api/messages'

/**
 * Microsoft Teams, over the protocol of the Bot Framework. Its words stay in this folder. The kits of Microsoft are
 * only read when the first thing comes in or goes out: who visits a page does not wait for them.
 */
export function teamsAdapter(parts: TeamsParts): Adapter {
  let made: Promise<Inside> | undefined
  const inside = (): Promise<Inside> => {
    made ??= import('./inside.ts').then(({ insideOf }) => insideOf(parts))
    return made
  }
  const registered = parts.config.registration !== null
  return {
    name: 'teams',
    capabilities: { delivery: 'push', longestText, mostChoices: 100, typing: false, statuses: false },
    // Only POST brings something; the others are there to be refused by name.
    routes: (['POST', 'GET', 'DELETE'] as const).map((method) => ({ method, path, largestBody })),
    verify: async (received) => (await inside()).verify(received),
    parse: async (received) => (await inside()).parse(received),
    respond: async (received, accepted) => (await inside()).respond(received, accepted),
    render: (message, reference) => render(message, reference, parts),
    send: async (payload, context) => (await inside()).send(payload, context),
    ready: { receives: registered, sends: registered },
  }
}
