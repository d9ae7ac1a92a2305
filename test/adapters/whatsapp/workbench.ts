import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { whatsappAdapter } from '../../../adapters/whatsapp/adapter.ts'
import type { Parts } from '../../../adapters/whatsapp/parts.ts'
import * as meta from '../../../src/cli/phone/meta.ts'
import type { ConversationReference, Envelope } from '../../../src/core/activity.ts'
import type { Choice, Message } from '../../../src/core/message.ts'
import type { Adapter, Received } from '../../../src/core/ports.ts'

/** What every test of this way in needs: an adapter with its secrets, signed payloads, and messages to show. */

export const secret = 'app-secret-of-a-test'
export const token = 'access-token-of-a-test'
export const number = '770011223344556'
export const address = `https://loket.test${meta.webhookPath}`
export const now = '2026-11-21T10:00:00+01:00'

const sentences = parse(readFileSync('knowledge/common/messages/nl.yaml', 'utf8')) as Record<string, string>

export type Workbench = { adapter: Adapter; counted: string[] }

export function workbench(
  parts: Partial<Omit<Parts, 'config'>> & { config?: Partial<Parts['config']> } = {},
): Workbench {
  const counted: string[] = []
  const adapter = whatsappAdapter({
    say: (name) => sentences[name] ?? '',
    fetch: () => Promise.reject(new Error('no network here')),
    clock: () => now,
    count: (what, times) => void counted.push(...Array<string>(times).fill(what)),
    ...parts,
    config: {
      appSecrets: [secret],
      verifyToken: 'our-word',
      accessToken: token,
      numbers: { [number]: 'gent' },
      graphUrl: 'https://graph.invalid/v26.0',
      ...parts.config,
    },
  })
  return { adapter, counted }
}

export const signatureOf = (body: string | Uint8Array, key: string = secret): string => meta.signatureOf(body, key)

/** A POST as the platform makes it. */
export function received(body: string | Uint8Array, signature: string | null = signatureOf(body)): Received {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const headers = signature === null ? {} : { 'x-hub-signature-256': signature }
  return { request: new Request(address, { method: 'POST', headers, body: new Uint8Array(bytes) }), bytes }
}

const folder = 'test/adapters/whatsapp/fixtures'

export const fixtureNames = readdirSync(folder).map((name) => name.replace(/\.json$/, ''))

export const fixture = (name: string): string => readFileSync(join(folder, `${name}.json`), 'utf8')

/** What the adapter makes of a fixture, or of any payload. */
export const heard = (name: string, { adapter } = workbench()): Promise<Envelope[]> =>
  adapter.parse(received(fixture(name)))
export const heardOf = (payload: unknown, { adapter } = workbench()): Promise<Envelope[]> =>
  adapter.parse(received(JSON.stringify(payload)))

export const noor: ConversationReference = {
  adapter: 'whatsapp',
  key: `${number}:u:BE.4402918837710265`,
  city: 'gent',
  lang: null,
  audience: 'citizen',
  address: { number, user: 'BE.4402918837710265', phone: '32470000001' },
}

export const messageOf = (text: string, choices: Choice[] = [], from: Message['from'] = 'bot'): Message => ({
  seq: 1,
  id: 'm_1',
  from,
  at: '2026-11-21T09:00:00.000Z',
  lang: 'nl',
  outcome: null,
  text,
  blocks: [],
  choices,
})

export const choicesOf = (...labels: string[]): Choice[] => labels.map((label, at) => ({ id: `c:${at + 1}`, label }))
