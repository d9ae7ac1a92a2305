import { whatsappAdapter } from '../../../adapters/whatsapp/adapter.ts'
import { envelope, signed } from '../../../src/cli/phone/meta.ts'
import type { Sent, Subject } from '../../contract/subject.ts'
import { shown } from './shown.ts'
import { address, now, number, secret, token } from './workbench.ts'

/** This way in, for the contract suite: in the platform's own words. */

const hook = (messages: object[]): Request => {
  const body = envelope({ id: number, shown: '3292000000' }, { messages })
  return new Request(address, { method: 'POST', headers: signed(body, secret), body })
}

const message = (id: unknown, from: unknown, type: string, part: object): object => ({
  id,
  from_user_id: from,
  timestamp: '1795250000',
  type,
  ...part,
})

const words = ({ id, from, text }: Sent): object => message(id, from, 'text', { text: { body: text } })

const nothing = ['', ' ', null, undefined, 'undefined', 'null']

export const subject: Subject = {
  make: ({ configured, fetch }) =>
    whatsappAdapter({
      config: {
        appSecrets: configured ? [secret] : [],
        verifyToken: configured ? 'our-word' : null,
        accessToken: configured ? token : null,
        numbers: configured ? { [number]: 'gent' } : {},
        graphUrl: 'https://graph.facebook.com/v26.0',
      },
      say: (name) => name,
      fetch,
      clock: () => now,
      count: () => {},
    }),
  deliver: async (messages) => hook(messages.map(words)),
  batches: true,
  forge: async (request) => {
    const headers = new Headers(request.headers)
    const signature = headers.get('x-hub-signature-256') ?? ''
    headers.set(
      'x-hub-signature-256',
      signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    )
    return new Request(request.url, { method: request.method, headers, body: await request.arrayBuffer() })
  },
  unknown: async (id, from) => hook([message(id, from, 'hologram', { hologram: { id: '1' } })]),
  nameless: async () => [
    ...nothing.map((id) => hook([message(id, 'BE.1', 'text', { text: { body: 'Hallo' } })])),
    ...nothing.map((from) => hook([message('wamid.1', from, 'text', { text: { body: 'Hallo' } })])),
  ],
  shown: (payload) => {
    const { text, taps } = shown(payload)
    const typed = [...text.matchAll(/^\d+\. (.+)$/gm)].map(([, label = '']) => label)
    return { text, choices: [...taps.map(({ title }) => title.replace(/^\d+\. /, '')), ...typed] }
  },
  accepts: () => Response.json({ messaging_product: 'whatsapp', messages: [{ id: 'wamid.OUT1' }] }),
}
