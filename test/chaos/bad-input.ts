import { readdirSync, readFileSync } from 'node:fs'
import { webAdapter } from '../../adapters/web/adapter.ts'
import { whatsappAdapter } from '../../adapters/whatsapp/adapter.ts'
import type { Activity, ConversationReference } from '../../src/core/activity.ts'
import type { Accepted, Conversations } from '../../src/core/ports.ts'
import { newToken } from '../../src/core/token.ts'
import { assistantWith } from '../../src/dialogue/assistant.ts'
import { readConfig } from '../../src/env.ts'
import { createApp } from '../../src/http/app.ts'
import { moment, worldFixture } from '../fixtures/world.ts'
import { mutate } from './harness/mutate.ts'
import { randomFrom } from './harness/random.ts'
import { signed, variables } from './harness/whatsapp.ts'

/** Bad input by the hundred thousand, through the whole HTTP side, with genuine signatures and tokens. */
export type BadInputReport = {
  requests: number
  /** Answers by hundreds: `2xx`, `4xx`, `5xx`. */
  answers: Record<string, number>
  /** Ids or people made out of nothing. */
  nobody: number
  /** The requests that took most, the slowest first. */
  slowest: Slow[]
}

/** Milliseconds of CPU of one request. */
export type Slow = { seed: number; milliseconds: number }

const folder = 'test/adapters/whatsapp/fixtures'
const pushed = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
const typed = [
  { clientMsgId: 'a', type: 'text', text: 'Ik ben verhuisd, wat moet ik doen?' },
  { clientMsgId: 'b', type: 'choice', messageId: 'm_2', choiceId: 'gent/identiteitskaart' },
].map((body) => JSON.stringify(body))

const calls = [
  { path: '/api/web/v1/messages', payloads: typed },
  { path: '/api/web/v1/sessions', payloads: ['{"city":"gent","locale":"nl"}'] },
  { path: '/api/web/v1/feedback', payloads: ['{"messageId":"m_2","value":1,"comment":"Dank u"}'] },
  { path: '/api/web/v1/suggest', payloads: ['{"text":"ident"}'] },
  {
    path: '/api/v1/ask',
    payloads: ['{"text":"Ik ben verhuisd","city":"gent","lang":"nl","at":"2026-11-21T10:00:00+01:00"}'],
  },
]

/** One spoiled request; the same seed gives the same. */
export function requestOf(
  seed: number,
  token: string,
  base = 'http://localhost',
): { path: string; headers: Record<string, string>; body: Buffer } {
  const random = randomFrom(seed)
  if (random() < 0.7) {
    const body = mutate(pushed, random)
    return { path: `${base}/webhooks/whatsapp`, headers: signed(body), body }
  }
  const { path, payloads } = calls[Math.floor(random() * calls.length)] ?? { path: '/', payloads: typed }
  const headers = { 'content-type': 'application/json', origin: base, authorization: `Bearer ${token}` }
  return { path: `${base}${path}`, headers, body: mutate(payloads, random) }
}

/** A part of an id or key that stands for nothing. */
const nothing = /^[^\p{L}\p{N}]*(?:undefined|null|nan|object object)?[^\p{L}\p{N}]*$/iu

/** WhatsApp's are made of parts; an id of the web is one, whatever its client puts in it. */
const isNothing = (id: string, { adapter }: ConversationReference): boolean =>
  (adapter === 'whatsapp' ? id.split(':') : [id.replace(/^c:/, '')]).some((part) => nothing.test(part))

/** In this process: the store is a counter, so that only what reads input is measured. */
export async function runBadInput(requests: number, firstSeed = 1, kept = 10): Promise<BadInputReport> {
  let nobody = 0
  const conversations = counting((reference, activity) => {
    if (isNothing(reference.key, reference) || isNothing(activity.id, reference)) nobody++
  })
  const app = appWith(conversations)
  const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} }
  const token = newToken()
  const answers: Record<string, number> = {}
  const spent = new Float64Array(requests)
  for (let at = 0; at < requests; at++) {
    const { path, headers, body } = requestOf(firstSeed + at, token)
    const request = new Request(path, { method: 'POST', headers, body: new Uint8Array(body) })
    const before = process.threadCpuUsage()
    const { status } = await app.fetch(request, {}, context)
    const { user, system } = process.threadCpuUsage(before)
    spent[at] = (user + system) / 1000
    const family = `${Math.floor(status / 100)}xx`
    answers[family] = (answers[family] ?? 0) + 1
  }
  return { requests, answers, nobody, slowest: slowest(spent, firstSeed, kept) }
}

const slowest = (spent: Float64Array, firstSeed: number, kept: number): Slow[] =>
  [...spent.keys()]
    .sort((a, b) => (spent[b] ?? 0) - (spent[a] ?? 0))
    .slice(0, kept)
    .map((at) => ({ seed: firstSeed + at, milliseconds: spent[at] ?? 0 }))

function counting(seen: (reference: ConversationReference, activity: Activity) => void): Conversations {
  const visit = { startedAt: moment, lastAt: moment, seq: 0, city: 'gent', lang: 'nl' as const }
  const accepted = ({ id }: Activity): Accepted => ({
    id,
    seq: 0,
    duplicate: false,
    conflict: false,
    replies: [],
    handedOff: false,
    retryAfter: null,
  })
  const take = (reference: ConversationReference, activities: Activity[]): Accepted[] => {
    for (const activity of activities) seen(reference, activity)
    return activities.map(accepted)
  }
  return {
    accept: async (reference, activities) => take(reference, activities),
    enter: async (reference, _, activities) => take(reference, activities),
    visit: async () => visit,
    feedback: async () => true,
  } as Partial<Conversations> as Conversations
}

function appWith(conversations: Conversations): ReturnType<typeof createApp> {
  const read = readConfig({ ...variables('http://127.0.0.1:9'), LOCAL_RUN: '1' })
  if (!read.ok) throw new Error(read.problems.join())
  const { catalogue } = worldFixture()
  const clock = (): string => new Date(moment).toISOString()
  const assistant = assistantWith(worldFixture(), clock)
  const { whatsapp } = read.config
  const offline: typeof fetch = async () => Response.json({ success: true })
  const adapters = [
    whatsappAdapter({ config: whatsapp, say: assistant.say, fetch: offline, clock, count: () => {} }),
    webAdapter({ ...read.config, assistant, conversations, cities: catalogue.cities, admit: async () => null, clock }),
  ]
  return createApp({ assistant, catalogue, conversations, adapters, problems: [], widgetOrigins: [], clock })
}
