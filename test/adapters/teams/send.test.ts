import { beforeAll, describe, expect, test } from 'vitest'
import type { SendContext, SendResult } from '../../../src/core/ports.ts'
import { type Behaviour, farSide, grant, type Seen } from './far-side.ts'
import { make } from './make.ts'
import { moment, type Pair, pair, serviceUrl } from './signer.ts'

/** Sending: one request, and what its answer means for the outbox. */

let ours: Pair
beforeAll(async () => {
  ours = await pair('ours')
})

const context = (conversationId = 'a:1'): SendContext => ({
  reference: {
    adapter: 'teams',
    key: 'k',
    city: null,
    lang: null,
    audience: 'citizen',
    address: { conversationId, serviceUrl },
  },
  outboxId: 'ob_1',
  attempt: 0,
})
const payload = { activity: { type: 'message', text: 'Dag' }, plain: { type: 'message', text: 'Dag, gewoon' } }

function sender(more: Partial<Behaviour> = {}, clock?: () => string) {
  const far = farSide({ pairs: [ours], ...more })
  const adapter = make({ fetch: far.fetch, ...(clock ? { clock } : {}) })
  return { far, send: (id?: string): Promise<SendResult> => adapter.send(payload, context(id)) }
}
const answering = (status: number, headers: Record<string, string> = {}, body: string | null = null) =>
  sender({ connector: () => new Response(body, { status, headers }) })

describe('a message', () => {
  test('goes to its conversation with our token, and its id comes back', async () => {
    const { far, send } = sender()
    expect(await send()).toEqual({ kind: 'sent', platformId: 'sent-1' })
    expect(far.sent).toEqual([
      {
        method: 'POST',
        url: `${serviceUrl}v3/conversations/a%3A1/activities`,
        authorization: 'Bearer token-1',
        body: payload.activity,
      },
    ])
  })

  test.each([
    ['an id', '{"id":"1"}', '1'],
    ['no body', '', null],
    ['half a body', '{"id":', null],
    ['an error, but a good status', '{"error":{}}', null],
  ])('that is accepted with %s was sent', async (_, body, platformId) => {
    expect(await answering(200, {}, body).send()).toEqual({ kind: 'sent', platformId })
  })

  test('whose answer breaks off after the status was sent', async () => {
    const broken = new ReadableStream({ pull: (stream) => stream.error(new Error('reset')) })
    const { send } = sender({ connector: () => new Response(broken, { status: 201 }) })
    expect(await send()).toEqual({ kind: 'sent', platformId: null })
  })
})

describe('what Teams answers', () => {
  test.each([408, 412, 425, 429, 500, 502, 503, 504])('%i: again later', async (status) => {
    expect(await answering(status).send()).toEqual({ kind: 'retry', afterMs: null, code: `http-${status}` })
  })

  test.each([
    ['17', 17_000],
    ['Fri, 20 Nov 2026 13:05:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 13:04:00 GMT', 0],
    ['999999999', 3_600_000],
    ['soon', null],
  ])('429 with Retry-After %s waits for %s ms', async (header, afterMs) => {
    expect(await answering(429, { 'retry-after': header }).send()).toMatchObject({ kind: 'retry', afterMs })
  })

  test.each([400, 403, 404, 405, 410, 422])('%i: never', async (status) => {
    expect(await answering(status).send()).toEqual({ kind: 'failed', code: `http-${status}` })
  })

  test('413: in a plainer form, once', async () => {
    expect(await answering(413).send()).toEqual({
      kind: 'failed',
      code: 'http-413',
      fallback: { activity: payload.plain },
    })
  })

  test('nothing at all: again, since Teams never tells afterwards', async () => {
    const { send } = sender({ connector: () => Promise.reject(new TypeError('fetch failed')) })
    expect(await send()).toEqual({ kind: 'retry', afterMs: null, code: 'unreachable' })
  })
})

describe('the token', () => {
  test('is fetched once for many, also at the same time', async () => {
    const { far, send } = sender()
    await Promise.all(Array.from({ length: 5 }, (_, at) => send(`a:${at}`)))
    await send('a:9')
    expect(far.fetched.tokens).toBe(1)
  })

  test('is replaced five minutes before its end', async () => {
    let now = moment
    const { far, send } = sender({}, () => now)
    await send()
    now = new Date(Date.parse(moment) + (3599 - 301) * 1000).toISOString()
    await send()
    expect(far.fetched.tokens).toBe(1)
    now = new Date(Date.parse(moment) + (3599 - 299) * 1000).toISOString()
    await send()
    expect(far.fetched.tokens).toBe(2)
  })

  test('that is refused is replaced once', async () => {
    const connector = ({ authorization }: Seen) =>
      new Response(null, { status: authorization === 'Bearer token-1' ? 401 : 201 })
    const { far, send } = sender({ connector })
    expect(await send()).toEqual({ kind: 'sent', platformId: null })
    expect(far.sent.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  test('that is refused again holds everything: our right to send is gone', async () => {
    const { far, send } = sender({ connector: () => new Response(null, { status: 401 }) })
    expect(await send()).toEqual({ kind: 'hold', code: 'token-not-accepted' })
    expect(far.sent.length).toBe(2)
  })

  test.each([400, 401, 403])('that we do not get (%i) holds everything', async (status) => {
    const { far, send } = sender({ token: () => new Response('{"error":"invalid_client"}', { status }) })
    expect(await send()).toEqual({ kind: 'hold', code: 'token-refused' })
    expect(far.sent).toEqual([])
  })

  test.each([
    ['out of order', () => new Response(null, { status: 503 }), 'token-503'],
    ['out of reach', () => Promise.reject(new TypeError('fetch failed')), 'token-unreachable'],
    ['without a token', () => Response.json({}), 'token-200'],
  ])('endpoint %s: again later', async (_, token, code) => {
    const { far, send } = sender({ token })
    expect(await send()).toEqual({ kind: 'retry', afterMs: null, code })
    expect(far.sent).toEqual([])
  })

  test('comes after a failure, and is not remembered as one', async () => {
    const token = (nth: number): Response => (nth === 1 ? new Response(null, { status: 503 }) : grant('late'))
    const { far, send } = sender({ token })
    await send()
    expect(await send()).toMatchObject({ kind: 'sent' })
    expect(far.sent[0]?.authorization).toBe('Bearer late')
  })

  test('is not in any code that an administrator may see', async () => {
    const { send } = sender({ connector: () => new Response('token-1 a-secret-of-the-tests', { status: 400 }) })
    expect(JSON.stringify(await send())).not.toMatch(/token-1|secret/)
  })
})

describe('the limits of a conversation', () => {
  const at = (ms: number): string => new Date(Date.parse(moment) + ms).toISOString()

  /** Sends as fast as we are let, and gives back the moments at which it went. */
  async function hurry(until: number): Promise<number[]> {
    let now = 0
    const { send } = sender({}, () => at(now))
    const gone: number[] = []
    while (now < until) {
      const result = await send()
      if (result.kind === 'sent') gone.push(now)
      else now += result.kind === 'retry' ? (result.afterMs ?? 0) : Number.POSITIVE_INFINITY
    }
    return gone
  }
  const most = (gone: number[], within: number): number =>
    Math.max(...gone.map((start) => gone.filter((time) => time >= start && time < start + within).length))

  test('are never passed: 7 in a second, 8 in two, 60 in thirty, and they are used to the full', async () => {
    const gone = await hurry(120_000)
    expect([most(gone, 1000), most(gone, 2000), most(gone, 30_000)]).toEqual([7, 8, 60])
  })

  test('1,800 in an hour', async () => {
    const gone = await hurry(2 * 3_600_000)
    expect(most(gone, 3_600_000)).toBe(1800)
  })

  test('of one do not hold up another', async () => {
    const { send } = sender()
    for (let nth = 0; nth < 7; nth += 1) await send('a:1')
    expect(await send('a:1')).toEqual({ kind: 'retry', afterMs: 1000, code: 'conversation-limit' })
    expect(await send('a:2')).toMatchObject({ kind: 'sent' })
  })
})
