import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FaultKind, faults } from '../../../src/cli/phone/faults.ts'
import { type Graph, startGraph } from '../../../src/cli/phone/graph.ts'
import type { ConversationReference } from '../../../src/core/activity.ts'
import type { Adapter, Payload, SendContext, SendResult } from '../../../src/core/ports.ts'
import { freePort } from '../../fixtures/free-port.ts'
import { choicesOf, messageOf, noor, number, token, workbench } from './workbench.ts'

/** Over a server on this machine that takes messages as strictly as the platform, and fails when told to. */
let graph: Graph
beforeAll(async () => {
  graph = await startGraph({ port: 0, version: 'v26.0', token })
})
afterAll(() => graph.close())

const adapterOf = (config: Parameters<typeof workbench>[0] = {}): Adapter =>
  workbench({ fetch, ...config, config: { graphUrl: graph.url, ...config.config } }).adapter

const context = (given: Partial<SendContext> = {}): SendContext => ({
  reference: noor,
  outboxId: 'ob_1',
  attempt: 0,
  ...given,
})

const written: Payload = workbench().adapter.render(messageOf('Maak een afspraak.'), noor)[0] ?? {}
const asked: Payload =
  workbench().adapter.render(messageOf('Wat bedoel je?', choicesOf('Reispas', 'Rijbewijs')), noor)[0] ?? {}

const failing = (kind: FaultKind, payload = written, given: Partial<SendContext> = {}): Promise<SendResult> => {
  graph.fail(kind, 1)
  return adapterOf(kind === 'hang' ? { patience: 300 } : {}).send(payload, context(given))
}

describe('a message', () => {
  test('is sent once, in the name of the number that was written to, with our own id', async () => {
    const before = graph.reached.length
    const result = await adapterOf().send(written, context())
    const [reached, ...more] = graph.reached.slice(before)
    expect(more).toEqual([])
    expect(result).toEqual({ kind: 'sent', platformId: reached?.wamid })
    expect(reached?.path).toBe(`/v26.0/${number}/messages`)
    expect(reached?.body).toMatchObject({
      to: '32470000001',
      type: 'text',
      text: { preview_url: false, body: 'Maak een afspraak.' },
      biz_opaque_callback_data: `ob_1|${noor.key}`,
    })
  })

  test('to somebody without a number goes to their id', async () => {
    const user = 'BE.5503029948821376'
    const reference: ConversationReference = { ...noor, key: `${number}:u:${user}`, address: { number, user } }
    expect((await adapterOf().send(asked, context({ reference }))).kind).toBe('sent')
    expect(graph.reached.at(-1)?.body).toMatchObject({ recipient: 'BE.5503029948821376' })
    expect(graph.reached.at(-1)?.body).not.toHaveProperty('to')
  })

  test('to somebody who moved goes to where they are now', async () => {
    const moved: ConversationReference = { ...noor, key: `${number}:u:BE.9988` }
    await adapterOf().send(written, context({ reference: moved }))
    expect(graph.reached.at(-1)?.body).toMatchObject({ recipient: 'BE.9988' })
    expect(graph.reached.at(-1)?.body).not.toHaveProperty('to')
    await adapterOf().send(written, context({ reference: { ...noor, key: `${number}:p:32470000002` } }))
    expect(graph.reached.at(-1)?.body).toMatchObject({ to: '32470000002' })
  })

  test('to nobody is not sent', async () => {
    const before = graph.reached.length
    const reference: ConversationReference = { ...noor, key: '', address: { number } }
    expect(await adapterOf().send(written, context({ reference }))).toEqual({ kind: 'failed', code: 'whatsapp.nobody' })
    expect(graph.reached).toHaveLength(before)
  })

  test('waits when there is no token, or when the number is not ours any more', async () => {
    const before = graph.reached.length
    for (const config of [{ accessToken: null }, { numbers: {} }]) {
      const adapter = adapterOf({ config })
      expect(await adapter.send(written, context())).toEqual({ kind: 'hold', code: 'whatsapp.not-ours' })
      expect(adapter.ready.sends).toBe(false)
    }
    expect(graph.reached).toHaveLength(before)
  })

  test('comes back in its status under our id, whatever that looks like', async () => {
    for (const outboxId of ['ob_01JCX', 'ob|2', 'ob%3', 'é 4', 'x'.repeat(500)]) {
      await adapterOf().send(written, context({ outboxId }))
      const { biz_opaque_callback_data } = (graph.reached.at(-1)?.body ?? {}) as Record<string, unknown>
      const status = {
        id: 'wamid.1',
        status: 'sent',
        timestamp: '1795250090',
        recipient_id: '32470000001',
        biz_opaque_callback_data,
      }
      const value = { metadata: { phone_number_id: number }, statuses: [status] }
      const bytes = new TextEncoder().encode(JSON.stringify({ entry: [{ changes: [{ field: 'messages', value }] }] }))
      const [envelope] = await adapterOf().parse({ request: new Request('https://x.test'), bytes })
      expect(envelope?.activity.content).toMatchObject({ outbox: outboxId })
      expect(envelope?.reference.key).toBe(outboxId.length < 400 ? noor.key : `${number}:p:32470000001`)
    }
  })
})

describe('what went wrong', () => {
  const results: Record<Exclude<FaultKind, 'pair' | 'throughput' | 'unavailable' | 'form'>, SendResult> = {
    window: { kind: 'failed', code: 'whatsapp.131047' },
    undeliverable: { kind: 'failed', code: 'whatsapp.131026' },
    spam: { kind: 'failed', code: 'whatsapp.131048' },
    account: { kind: 'retry', afterMs: 60_000, code: 'whatsapp.80007' },
    busy: { kind: 'retry', afterMs: null, code: 'whatsapp.131000' },
    'under-200': { kind: 'retry', afterMs: null, code: 'whatsapp.131000' },
    unknown: { kind: 'retry', afterMs: null, code: 'whatsapp.139999' },
    token: { kind: 'hold', code: 'whatsapp.190' },
    permission: { kind: 'hold', code: 'whatsapp.10' },
    limited: { kind: 'retry', afterMs: 7000, code: 'whatsapp.http-429' },
    error: { kind: 'uncertain', code: 'whatsapp.http-500' },
    gateway: { kind: 'uncertain', code: 'whatsapp.http-502' },
    redirect: { kind: 'retry', afterMs: null, code: 'whatsapp.http-302' },
    garbage: { kind: 'uncertain', code: 'whatsapp.http-200' },
    cut: { kind: 'uncertain', code: 'whatsapp.connection-lost' },
    reset: { kind: 'uncertain', code: 'whatsapp.connection-lost' },
    'lost-answer': { kind: 'uncertain', code: 'whatsapp.connection-lost' },
    hang: { kind: 'uncertain', code: 'whatsapp.timeout' },
  }

  test.each(Object.entries(results))('%s', async (kind, result) => {
    expect(await failing(kind as FaultKind)).toEqual(result)
  })

  test('every fault has its result', () => {
    expect([...Object.keys(results), 'pair', 'throughput', 'unavailable', 'form'].toSorted()).toEqual(
      Object.keys(faults).toSorted(),
    )
  })

  test('too much for one person: six seconds at least, twice as long each time, ten minutes at most', async () => {
    const waits = await Promise.all([0, 1, 2, 30].map((attempt) => failing('pair', written, { attempt })))
    expect(waits.map((result) => (result.kind === 'retry' ? result.afterMs : null)).toSorted()).toEqual(
      [6000, 12_000, 24_000, 600_000].toSorted(),
    )
  })

  test('too much from one number: longer each time, and not all at the same moment', async () => {
    const result = await failing('throughput', written, { attempt: 3 })
    expect(result).toMatchObject({ kind: 'retry', code: 'whatsapp.130429' })
    const wait = result.kind === 'retry' ? (result.afterMs ?? 0) : 0
    expect(wait).toBeGreaterThanOrEqual(8000)
    expect(wait).toBeLessThanOrEqual(16_000)
  })

  test('a date to wait for is honoured', async () => {
    graph.fail('unavailable', 1)
    const adapter = adapterOf({ clock: () => new Date().toISOString() })
    const result = await adapter.send(written, context())
    const wait = result.kind === 'retry' ? (result.afterMs ?? 0) : 0
    expect(wait).toBeGreaterThan(10_000)
    expect(wait).toBeLessThanOrEqual(20_000)
  })

  test('a form that is refused is offered once more as plain words, with every choice', async () => {
    const refused = await failing('form', asked)
    expect(refused).toMatchObject({ kind: 'failed', code: 'whatsapp.131009' })
    const fallback = refused.kind === 'failed' ? refused.fallback : undefined
    expect((await adapterOf().send(fallback ?? {}, context())).kind).toBe('sent')
    expect(graph.reached.at(-1)?.body).toMatchObject({ text: { body: 'Wat bedoel je?\n\n1. Reispas\n2. Rijbewijs' } })
    expect(await failing('form', fallback ?? {})).toEqual({ kind: 'failed', code: 'whatsapp.131009' })
  })

  test('a number that does not exist there is held: no other form would help', async () => {
    const adapter = adapterOf({ config: { graphUrl: graph.url.replace('/v26.0', '/wrong') } })
    expect(await adapter.send(written, context())).toEqual({ kind: 'hold', code: 'whatsapp.100' })
  })

  test('nobody there at all: the runtime cannot tell that from a line that broke', async () => {
    const adapter = adapterOf({ config: { graphUrl: `http://127.0.0.1:${await freePort()}/v26.0` } })
    expect(await adapter.send(written, context())).toEqual({ kind: 'uncertain', code: 'whatsapp.connection-lost' })
  })

  test('the token stays where it belongs: not in a result, and not sent after a redirect', async () => {
    const before = graph.reached.length
    expect(JSON.stringify(await failing('redirect'))).not.toContain(token)
    expect(graph.reached).toHaveLength(before + 1)
    const odd = await adapterOf({ config: { accessToken: 'line\nbreak' } }).send(written, context())
    expect(odd.kind).not.toBe('sent')
    expect(JSON.stringify(odd)).not.toContain('break')
  })
})

describe('read marks and typing', () => {
  const attend = async (
    content: 'text' | 'reaction' | 'status',
    at = '2026-11-21T08:59:00.000Z',
    adapter = adapterOf(),
    answered = false,
  ) => {
    const before = graph.reached.length
    const contents = {
      text: { type: 'text', text: 'Hallo' },
      reaction: { type: 'reaction', of: 'wamid.1', emoji: null },
      status: { type: 'status', of: 'wamid.1', outbox: null, status: 'read', code: null },
    } as const
    await adapter.attend?.(noor, { id: 'wamid.IN1', at, content: contents[content] }, answered)
    return graph.reached.slice(before).map(({ body }) => body)
  }
  const read = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.IN1' }

  test('go out for what will be answered', async () => {
    expect(await attend('text')).toEqual([{ ...read, typing_indicator: { type: 'text' } }])
  })

  test('show no typing for what is a quarter of an hour old, or not answered', async () => {
    expect(await attend('text', '2026-11-21T08:44:59.000Z')).toEqual([read])
    expect(await attend('reaction')).toEqual([read])
    expect(await attend('status')).toEqual([])
  })

  test('show no typing for what is answered already: it could come after the answer, and stay', async () => {
    expect(await attend('text', undefined, adapterOf(), true)).toEqual([read])
  })

  test('are left out while too many are under way, and come back', async () => {
    const slow = adapterOf()
    const marks = await Promise.all(Array.from({ length: 40 }, () => attend('text', undefined, slow)))
    expect(Math.max(...marks.map(({ length }) => length))).toBe(16)
    expect(await attend('text', undefined, slow)).toHaveLength(1)
  })

  test('never fail', async () => {
    const dead = adapterOf({ config: { graphUrl: `http://127.0.0.1:${await freePort()}/v26.0` } })
    await expect(attend('text', undefined, dead)).resolves.toEqual([])
    await expect(attend('text', undefined, adapterOf({ config: { accessToken: null } }))).resolves.toEqual([])
  })
})
