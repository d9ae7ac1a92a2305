import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { address, fixture, received, secret, signatureOf, workbench } from './workbench.ts'

const body = fixture('text')
const bytes = new TextEncoder().encode(body)

const statusOf = async (response: Promise<Response | null>): Promise<number | null> => (await response)?.status ?? null

describe('a signed post', () => {
  test('is let in, with the present secret and with the former one', async () => {
    const { adapter } = workbench({ config: { appSecrets: ['new-secret', secret] } })
    expect(await adapter.verify(received(body))).toBeNull()
    expect(await adapter.verify(received(body, signatureOf(body, 'new-secret')))).toBeNull()
  })

  test('is checked as raw bytes: escaped letters and odd spacing stay as they are', async () => {
    const escaped = '{ "object":"whatsapp_business_account",\n"entry":[], "x":"\\u00e9\\ud83d\\ude00" }'
    expect(await workbench().adapter.verify(received(escaped))).toBeNull()
    expect(
      await statusOf(workbench().adapter.verify(received(escaped, signatureOf(escaped.trim().replace(' ', ''))))),
    ).toBe(401)
  })

  const good = signatureOf(body)
  test.each([
    ['none', null],
    ['empty', ''],
    ['of another secret', signatureOf(body, 'other')],
    ['of an empty secret', signatureOf(body, '')],
    ['of another body', signatureOf(`${body} `)],
    ['without its prefix', good.slice(7)],
    ['with the prefix of the older algorithm', good.replace('sha256', 'sha1')],
    ['in capitals', good.toUpperCase()],
    ['in capitals after the prefix', `sha256=${good.slice(7).toUpperCase()}`],
    ['too short', good.slice(0, -1)],
    ['too long', `${good}0`],
    ['twice', `${good}, ${good}`],
    ['followed by words', `${good};v2`],
    ['with a letter that is no hex', `${good.slice(0, -1)}g`],
    ['in base64', `sha256=${Buffer.from(good.slice(7), 'hex').toString('base64')}`],
    ['of noughts', `sha256=${'0'.repeat(64)}`],
    ['of nothing', 'sha256='],
    ['undefined', 'undefined'],
    ['half a signature, twice', `sha256=${good.slice(7, 39)}${good.slice(7, 39)}`],
    ['another prefix', good.replace('sha256', 'sha512')],
    ['with a space inside', `${good.slice(0, 20)} ${good.slice(20)}`],
  ])('is refused with a signature that is %s, and told nothing', async (_what, signature) => {
    const refusal = await workbench().adapter.verify(received(body, signature))
    expect(refusal?.status).toBe(401)
    expect(await refusal?.text()).toBe('')
  })

  test('is refused when any bit of it changed on the way', async () => {
    const { adapter } = workbench()
    const bit = fc.nat(bytes.length * 8 - 1)
    await fc.assert(
      fc.asyncProperty(bit, async (at) => {
        const changed = Uint8Array.from(bytes)
        changed[at >> 3] = (changed[at >> 3] ?? 0) ^ (1 << (at & 7))
        expect(await statusOf(adapter.verify(received(changed, good)))).toBe(401)
      }),
      { numRuns: 1000 },
    )
  })

  test('is refused when any bit of its signature changed', async () => {
    const { adapter } = workbench()
    const digest = Buffer.from(good.slice(7), 'hex')
    for (let at = 0; at < 256; at++) {
      const changed = Buffer.from(digest)
      changed[at >> 3] = (changed[at >> 3] ?? 0) ^ (1 << (at & 7))
      expect(await statusOf(adapter.verify(received(body, `sha256=${changed.toString('hex')}`)))).toBe(401)
    }
  })

  test('is refused when nobody gave us a secret', async () => {
    const { adapter } = workbench({ config: { appSecrets: [] } })
    expect(await statusOf(adapter.verify(received(body)))).toBe(401)
    expect(await statusOf(adapter.verify(received(body, signatureOf(body, ''))))).toBe(401)
    expect(adapter.ready.receives).toBe(false)
  })
})

describe('the handshake', () => {
  const ask = async (query: Record<string, string>, verifyToken: string | null = 'our-word'): Promise<Response> => {
    const request = new Request(`${address}?${new URLSearchParams(query)}`)
    const { adapter } = workbench({ config: { verifyToken } })
    return (await adapter.verify({ request, bytes: new Uint8Array() })) ?? new Response('let through', { status: 599 })
  }
  const right = { 'hub.mode': 'subscribe', 'hub.verify_token': 'our-word', 'hub.challenge': '1158201444' }

  test('gives the challenge back, as plain text that no browser runs', async () => {
    const challenge = `<script>alert(1)</script>${randomBytes(4).toString('hex')}`
    const response = await ask({ ...right, 'hub.challenge': challenge })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(challenge)
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['another word', { ...right, 'hub.verify_token': 'our-wore' }, 403],
    ['the word and more', { ...right, 'hub.verify_token': 'our-word ' }, 403],
    ['another mode', { ...right, 'hub.mode': 'unsubscribe' }, 403],
    ['no word', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }, 400],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': 'our-word' }, 400],
    ['no mode', { 'hub.verify_token': 'our-word', 'hub.challenge': '1' }, 400],
    ['a challenge that is far too long', { ...right, 'hub.challenge': '1'.repeat(257) }, 400],
  ])('is refused with %s, without a word', async (_what, query, status) => {
    const response = await ask(query as Record<string, string>)
    expect(response.status).toBe(status)
    expect(await response.text()).toBe('')
  })

  test('is always refused when we have no word: nothing is not equal to nothing', async () => {
    expect((await ask({ ...right, 'hub.verify_token': '' }, null)).status).toBe(403)
    expect((await ask(right, null)).status).toBe(403)
    expect((await ask({ ...right, 'hub.verify_token': 'null' }, null)).status).toBe(403)
  })
})
