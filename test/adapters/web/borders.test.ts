import { describe, expect, it } from 'vitest'
import { createApp } from '../../../src/http/app.ts'
import { citizenOnTheWeb, startSession } from '../../fixtures/web.ts'
import { appFixture, partsFixture, worldFixture } from '../../fixtures/world.ts'

const base = '/api/web/v1'
const widget = 'https://nieuws.stad.example'
const app = createApp(partsFixture({ widgetOrigins: [widget] }))

describe('origins', () => {
  it('that are listed may begin a conversation, exactly as written', async () => {
    const ofCity = worldFixture().catalogue.cities.gent?.widgetOrigins ?? []
    for (const origin of ['http://localhost', widget, ...ofCity]) {
      const response = await startSession(app, { city: 'gent' }, { origin })
      expect(response.status).toBe(201)
      expect(response.headers.get('access-control-allow-origin')).toBe(origin)
      expect(response.headers.get('vary')).toContain('Origin')
      expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    }
  })

  it.each([
    'null',
    'https://nieuws.stad.example.evil.example',
    'https://evil-nieuws.stad.example',
    'http://nieuws.stad.example',
    'https://nieuws.stad.example:8443',
    'https://NIEUWS.stad.example',
    'https://stad.example',
    '*',
    '',
  ])('that are not listed may not: %s', async (origin) => {
    const response = await startSession(app, { city: 'gent' }, { origin })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'forbidden_origin' })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('of one city have no business in the conversation of another', async () => {
    const { catalogue } = worldFixture()
    const cities = structuredClone(catalogue.cities)
    for (const [id, city] of Object.entries(cities)) city.widgetOrigins = [`https://www.${id}.example`]
    const [one, other] = Object.keys(cities)
    const strict = createApp(partsFixture({ catalogue: { ...catalogue, cities } }))
    const begin = async (city: string | undefined, site: string | undefined): Promise<number> =>
      (await startSession(strict, { city }, { origin: `https://www.${site}.example` })).status
    expect(await begin(one, one)).toBe(201)
    expect(await begin(one, other)).toBe(403)
    const own = { origin: `https://www.${one}.example` }
    const { token } = (await (await startSession(strict, { city: one }, own)).json()) as { token: string }
    const say = async (site: string | undefined): Promise<number> =>
      (
        await strict.request(`${base}/messages`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            origin: `https://www.${site}.example`,
            authorization: `Bearer ${token}`,
          },
          body: JSON.stringify({ clientMsgId: `from-${site}`, type: 'text', text: 'Waar is het loket?' }),
        })
      ).status
    expect(await say(other)).toBe(403)
    expect(await say(one)).toBe(200)
    const history = await strict.request(`${base}/messages`, { headers: { authorization: `Bearer ${token}` } })
    expect(((await history.json()) as { messages: unknown[] }).messages).toHaveLength(3)
  })

  it('are asked about beforehand', async () => {
    const ask = (origin: string): Response | Promise<Response> =>
      app.request(`${base}/messages`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      })
    const yes = await ask(widget)
    expect(yes.status).toBe(204)
    expect(yes.headers.get('access-control-allow-headers')).toBe('authorization, content-type, last-event-id')
    expect(yes.headers.get('access-control-max-age')).toBe('600')
    const no = await ask('https://evil.example')
    expect(no.status).toBe(403)
    expect(no.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('bodies', () => {
  const send = async (body: BodyInit, headers: Record<string, string> = {}): Promise<Response> => {
    const { token } = await citizenOnTheWeb(appFixture(), 'gent')
    const usual = { 'content-type': 'application/json', origin: 'http://localhost', authorization: `Bearer ${token}` }
    return appFixture().request(`${base}/messages`, { method: 'POST', headers: { ...usual, ...headers }, body })
  }
  const text = (text: unknown, more = {}): string => JSON.stringify({ clientMsgId: 'a', type: 'text', text, ...more })
  const nested = (depth: number): string => text('Hallo', { extra: JSON.parse('['.repeat(depth) + ']'.repeat(depth)) })

  it.each<[string, BodyInit, Record<string, string>, number, string]>([
    ['no JSON', '{', {}, 400, 'bad_request'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 400, 'bad_request'],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'bad_request'],
    ['too much', text('x'.repeat(17_000)), {}, 413, 'too_large'],
    ['too deep', nested(9), {}, 400, 'bad_request'],
    ['too long a text', text('x'.repeat(2001)), {}, 422, 'invalid'],
    ['an empty text', text(' \u0000 '), {}, 422, 'invalid'],
    ['no text', text(null), {}, 422, 'invalid'],
    ['no id', JSON.stringify({ type: 'text', text: 'Hallo' }), {}, 422, 'invalid'],
    ['a type that we do not know', JSON.stringify({ clientMsgId: 'a', type: 'video', text: 'x' }), {}, 422, 'invalid'],
  ])('are refused with a reason: %s', async (_, body, headers, status, code) => {
    const response = await send(body, headers)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ status, code })
  })

  it('may hold fields that we do not know, and control characters that we leave out', async () => {
    const response = await send(text('Waar \u0007is het loket?', { later: true, ['__proto__']: { text: 'x' } }))
    expect(response.status).toBe(200)
  })

  it('are not looked at for a stranger', async () => {
    const response = await send('{', { authorization: `Bearer ${'A'.repeat(43)}` })
    expect(response.status).toBe(401)
  })

  it('never come back in a refusal', async () => {
    const response = await send(JSON.stringify({ clientMsgId: 'geheim woord', type: 'text', text: 5 }))
    expect(response.status).toBe(422)
    expect(await response.text()).not.toContain('geheim')
  })
})

it('breaks without telling more than that it broke', async () => {
  const conversations = { visit: () => Promise.reject(new Error('geheim')) } as never
  const broken = createApp(partsFixture({ conversations }))
  const response = await broken.request(`${base}/messages`, { headers: { authorization: `Bearer ${'A'.repeat(43)}` } })
  expect(response.status).toBe(503)
  expect(await response.text()).not.toContain('geheim')
})

it('describes itself from the schemas that it checks with', async () => {
  const response = await appFixture().request('/api/v1/openapi.json')
  const { openapi, paths } = (await response.json()) as { openapi: string; paths: Record<string, object> }
  expect(openapi).toBe('3.1.0')
  const served = appFixture()
    .routes.filter(({ path }) => path.startsWith(base))
    .map(({ path }) => path)
  expect(
    Object.keys(paths)
      .filter((path) => path.startsWith(base))
      .sort(),
  ).toEqual([...new Set(served)].sort())
  const body = JSON.stringify(paths[`${base}/messages`])
  for (const field of ['clientMsgId', 'choiceId', 'duplicate', 'blocks']) expect(body).toContain(field)
})
