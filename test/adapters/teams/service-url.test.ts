import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConversationReference } from '../../../src/core/activity.ts'
import type { SendContext } from '../../../src/core/ports.ts'
import { message } from './activities.ts'
import { type FarSide, farSide } from './far-side.ts'
import { hostileUrls } from './hostile-urls.ts'
import { make, post, received, verdict } from './make.ts'
import { type Pair, pair, serviceUrl, token } from './signer.ts'
import { openTrap, type Trap } from './trap.ts'

/** Whoever gets our token can speak as the bot everywhere: a listener stands where it may never come. */

let ours: Pair
let trap: Trap
beforeAll(async () => {
  ;[ours, trap] = await Promise.all([pair('ours'), openTrap()])
})
afterAll(() => trap.close())

const microsoft = ['login.botframework.com', 'login.microsoftonline.com']
const genuine = [...microsoft, 'smba.trafficmanager.net']

const context = (address: Record<string, string>): SendContext => ({
  reference: {
    adapter: 'teams',
    key: 'k',
    city: null,
    lang: null,
    audience: 'citizen',
    address,
  } as ConversationReference,
  outboxId: 'ob_1',
  attempt: 0,
})
const payload = { activity: { type: 'message', text: 'Dag' } }

/** A network in which everything that is not Microsoft's leads into the trap. */
function network(hosts = genuine, far: FarSide = farSide({ pairs: [ours] })) {
  return { far, adapter: make({ fetch: trap.fetch(hosts, far.fetch) }) }
}

const kinds = hostileUrls('http://127.0.0.1:8/').map((_, at) => at)
const hostile = (at: number): unknown => hostileUrls(`http://127.0.0.1:${trap.port}/`)[at]

test('there are at least sixty kinds', () => {
  expect(kinds.length).toBeGreaterThanOrEqual(60)
  expect(new Set(hostileUrls('http://127.0.0.1:8/').map((one) => JSON.stringify(one))).size).toBe(kinds.length)
})

test('the trap works: without a check, the token is caught', async () => {
  const { far } = network()
  await trap.fetch(genuine, far.fetch)('https://smba.trafficmanager.net.evil.test/v3', {
    headers: { authorization: 'Bearer bait' },
  })
  expect(trap.caught).toEqual({ requests: ['POST /'], tokens: ['Bearer bait'] })
  trap.caught.requests.length = 0
  trap.caught.tokens.length = 0
})

describe.each(kinds)('hostile service URL %i', (at) => {
  test('is refused when it comes in, with a token that vouches for it', async () => {
    const { adapter, far } = network()
    const bearer = await token(ours, { serviceurl: hostile(at) })
    const one = await post(message('dag', { serviceUrl: hostile(at) }), ours, bearer)
    expect([401, 403]).toContain(await verdict(adapter, one))
    expect(await adapter.parse(await received(one))).toEqual([])
    expect(far.fetched.tokens).toBe(0)
    expect(trap.caught).toEqual({ requests: [], tokens: [] })
  })

  test('gets nothing, and no token is asked for, when it was stored all the same', async () => {
    const { adapter, far } = network()
    const stored = { conversationId: 'a:1', serviceUrl: hostile(at) as string }
    expect(await adapter.send(payload, context(stored))).toEqual({ kind: 'failed', code: 'address-refused' })
    expect([far.fetched.tokens, far.sent]).toEqual([0, []])
    expect(trap.caught).toEqual({ requests: [], tokens: [] })
  })
})

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('%i is an error, and nobody follows it', async (status) => {
    const location = `http://127.0.0.1:${trap.port}/`
    const connector = () => new Response(null, { status, headers: { location } })
    const { adapter } = network(genuine, farSide({ pairs: [ours], connector }))
    const result = await adapter.send(payload, context({ conversationId: 'a:1', serviceUrl }))
    expect(result).toEqual({ kind: 'failed', code: 'redirected' })
    expect(trap.caught).toEqual({ requests: [], tokens: [] })
  })

  test('of the token endpoint or of the keys is not followed either', async () => {
    const away = () => new Response(null, { status: 307, headers: { location: `http://127.0.0.1:${trap.port}/` } })
    const { adapter } = network(genuine, farSide({ pairs: [ours], token: away }))
    expect(await adapter.send(payload, context({ conversationId: 'a:1', serviceUrl }))).toMatchObject({ kind: 'retry' })
    expect(trap.caught).toEqual({ requests: [], tokens: [] })
  })
})

describe('ids in the path', () => {
  const path = async (conversationId: string): Promise<string | null> => {
    const { adapter, far } = network()
    await adapter.send(payload, context({ conversationId, serviceUrl }))
    return far.sent[0]?.url ?? null
  }
  const base = 'https://smba.trafficmanager.net/emea/5f0c0000-0000-4000-8000-00000000beef/v3/conversations/'

  test('those of Teams are written so that they mean themselves', async () => {
    expect(await path('19:abc@thread.tacv2;messageid=1795250000123')).toBe(
      `${base}19%3Aabc%40thread.tacv2%3Bmessageid%3D1795250000123/activities`,
    )
  })

  test.each(['..', '.', '', '\ud800'])('"%s" leads nowhere', async (id) => {
    expect(await path(id)).toBeNull()
  })

  test('no id changes the path, whatever is in it', async () => {
    const ids = fc.string({
      unit: fc.constantFrom('.', '/', '?', '#', '%', '\\', 'a', ':', ';', '\n', 'é', '2e'),
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(ids, async (id) => {
        const written = await path(id)
        if (written === null) return
        expect(new URL(written).href).toBe(written)
        expect(written).toBe(`${base}${encodeURIComponent(id)}/activities`)
      }),
      { numRuns: 200 },
    )
  })
})

describe('in a local run', () => {
  test('a host of this machine with its port may stand on the list, over http', async () => {
    const { far } = network()
    const local = make({ fetch: far.fetch, config: { serviceHosts: ['127.0.0.1:4101'] } })
    await local.send(payload, context({ conversationId: 'a:1', serviceUrl: 'http://127.0.0.1:4101/emea/' }))
    expect(far.sent.map(({ url }) => url)).toEqual(['http://127.0.0.1:4101/emea/v3/conversations/a%3A1/activities'])
    const other = context({ conversationId: 'a:1', serviceUrl: 'http://127.0.0.1:4102/emea/' })
    expect(await local.send(payload, other)).toEqual({ kind: 'failed', code: 'address-refused' })
  })
})
