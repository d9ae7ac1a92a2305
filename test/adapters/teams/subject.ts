import { teamsAdapter } from '../../../adapters/teams/index.ts'
import type { Sent, Subject } from '../../contract/subject.ts'
import { type Json, message } from './activities.ts'
import { farSide } from './far-side.ts'
import { config, contentHosts, post } from './make.ts'
import { shown } from './shown.ts'
import { pair, second, token } from './signer.ts'

/** This way in, for the contract suite: in the platform's own words. */

const ours = await pair('ours')
/** Valid for as long as a test may let time pass. */
const bearer = await token(ours, { exp: second(30 * 24 * 3600) })

const deliver = (activity: Json): Promise<Request> => post({ timestamp: undefined, ...activity }, ours, bearer)

const words = ({ id, from, text }: Sent): Json =>
  message(text, {
    id,
    from: { id: from, name: from },
    conversation: { conversationType: 'personal', tenantId: config.registration?.tenantId, id: `a:${from}` },
    timestamp: '2026-11-21T09:00:00.000Z',
  })

const nothing = ['', ' ', null, undefined, 'undefined', 'null', 42, {}]

export const subject: Subject = {
  make: ({ configured, fetch, assistant, clock }) =>
    teamsAdapter({
      config: configured ? config : { ...config, registration: null },
      assistant,
      forColleagues: () => [],
      linkHosts: contentHosts,
      // Keys, tokens and the roster are the subject's own; what is sent reaches the suite.
      fetch: farSide({
        pairs: [ours],
        connector: ({ method, url, body }) =>
          fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }).fetch,
      clock,
    }),
  deliver: async ([first]) => deliver(words(first ?? { id: '', from: '', text: '' })),
  batches: false,
  forge: async (request) => {
    const headers = new Headers(request.headers)
    const [head, payload, signature = ''] = (headers.get('authorization') ?? '').split('.')
    // The last letter holds bits that are not used; the first does not.
    headers.set('authorization', `${head}.${payload}.${signature.replace(/^./, (one) => (one === 'A' ? 'B' : 'A'))}`)
    return new Request(request.url, { method: request.method, headers, body: await request.arrayBuffer() })
  },
  unknown: (id, from) =>
    deliver({ ...words({ id, from, text: '' }), attachments: [{ contentType: 'application/x-hologram' }] }),
  nameless: () =>
    Promise.all([
      ...nothing.map((id) => deliver({ ...words({ id: 'a', from: 'An', text: 'Hallo' }), id })),
      ...nothing.map((id) => deliver({ ...words({ id: 'a', from: 'An', text: 'Hallo' }), from: { id } })),
      ...nothing.map((from) => deliver({ ...words({ id: 'a', from: 'An', text: 'Hallo' }), from })),
    ]),
  shown,
  accepts: () => Response.json({ id: '1795250000999' }, { status: 201 }),
}
