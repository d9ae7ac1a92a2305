import { webAdapter } from '../../../adapters/web/adapter.ts'
import type { Subject } from '../../contract/subject.ts'

/** This way in, for the contract suite. There is no platform in between: a token is what makes a message genuine. */

const base = 'http://localhost/api/web/v1'
const tokens = new Map<string, string>()

const post = (path: string, body: object, token = ''): Request =>
  new Request(`${base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })

export const subject: Subject = {
  make: ({ assistant, conversations, clock }) =>
    webAdapter({
      assistant,
      conversations,
      clock,
      cities: { gent: { widgetOrigins: [] } },
      widgetOrigins: [],
      publicUrl: null,
      admit: async () => null,
      retentionDays: 30,
    }),
  async begin(from, ask) {
    const session = (await (await ask(post('/sessions', { city: 'gent', locale: 'nl' }))).json()) as { token: string }
    tokens.set(from, session.token)
  },
  deliver: async ([{ id, from, text } = { id: '', from: '', text: '' }]) =>
    post('/messages', { clientMsgId: id, type: 'text', text }, tokens.get(from)),
  batches: false,
  forge: async (request) => {
    const headers = new Headers(request.headers)
    headers.set('authorization', `Bearer ${'A'.repeat(43)}`)
    return new Request(request.url, { method: request.method, headers, body: await request.text() })
  },
  unknown: async () => null,
  nameless: async () =>
    [{ clientMsgId: '' }, { clientMsgId: null }, {}, { clientMsgId: 'a', text: '' }].flatMap((part) => [
      post('/messages', { type: 'text', text: 'Hallo', ...part }, tokens.get('An')),
      post('/messages', { type: 'text', text: 'Hallo', ...part }),
    ]),
  shown: () => ({ text: '', choices: [] }),
  accepts: () => new Response(null),
}
