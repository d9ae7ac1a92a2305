import { describe, expect, it } from 'vitest'
import { createApp } from '../../../src/http/app.ts'
import { citizenOnTheWeb, startSession } from '../../fixtures/web.ts'
import { partsFixture } from '../../fixtures/world.ts'

const minute = 60_000

/** An app with a clock that a test sets. */
function appWithClock() {
  let at = Date.parse('2026-11-21T09:00:00.000Z')
  const app = createApp(partsFixture({ clock: () => new Date(at).toISOString() }))
  return {
    app,
    pass: (milliseconds: number): void => {
      at += milliseconds
    },
  }
}

describe('a token', () => {
  it('dies after half an hour in which nobody used it', async () => {
    const { app, pass } = appWithClock()
    const citizen = await citizenOnTheWeb(app, 'gent')
    pass(29 * minute)
    expect((await citizen.get('/messages')).status).toBe(200)
    pass(29 * minute)
    expect((await citizen.say('Waar is het loket?')).seq).toBe(1)
    pass(31 * minute)
    expect((await citizen.get('/messages')).status).toBe(401)
    expect((await citizen.post('/messages', { clientMsgId: 'x', type: 'text', text: 'x' })).status).toBe(401)
  })

  it('dies after half a day, however much it is used', async () => {
    const { app, pass } = appWithClock()
    const citizen = await citizenOnTheWeb(app, 'gent')
    for (let turn = 0; turn < 36; turn++) {
      pass(20 * minute)
      expect((await citizen.get('/messages')).status).toBe(200)
    }
    pass(minute)
    expect((await citizen.get('/messages')).status).toBe(401)
  })

  it('is dead once the conversation is erased, and everything is gone', async () => {
    const { app } = appWithClock()
    const citizen = await citizenOnTheWeb(app, 'gent')
    await citizen.say('Waar is het loket?')
    expect((await citizen.erase()).status).toBe(204)
    for (const path of ['/messages', '/transcript', '/events']) expect((await citizen.get(path)).status).toBe(401)
  })

  it('opens one conversation and no other', async () => {
    const { app } = appWithClock()
    const [one, other] = [await citizenOnTheWeb(app, 'gent'), await citizenOnTheWeb(app, 'gent')]
    await one.say('Ik ben verhuisd')
    expect(JSON.stringify(await (await other.get('/messages')).json())).not.toContain('verhuisd')
  })
})

describe('limits', () => {
  it('let a client begin five conversations a minute, and leave others alone', async () => {
    const { app, pass } = appWithClock()
    const here = { 'x-test-client-prefix': '203.0.113.7' }
    const begin = async (headers: Record<string, string>): Promise<Response> =>
      startSession(app, { city: 'gent' }, headers)
    for (let session = 0; session < 5; session++) expect((await begin(here)).status).toBe(201)
    const refused = await begin({ 'x-test-client-prefix': '203.0.113.200' })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(await refused.json()).toMatchObject({ code: 'rate_limited', retryAfter: 60 })
    expect((await begin({ 'x-test-client-prefix': '203.0.114.7' })).status).toBe(201)
    pass(61_000)
    expect((await begin(here)).status).toBe(201)
  })

  it('refuse the twenty-first message of a minute, keep nothing of it, and take it afterwards', async () => {
    const { app, pass } = appWithClock()
    const citizen = await citizenOnTheWeb(app, 'gent')
    for (let message = 0; message < 20; message++) await citizen.say(`Waar is loket ${message}?`)
    const refused = await citizen.post('/messages', { clientMsgId: 'z', type: 'text', text: 'Nog iets' })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBe(60)
    pass(61_000)
    expect(await citizen.say('Nog iets', 'z')).toMatchObject({ seq: 41, duplicate: false })
  })

  it('never keep the emergency numbers from who is in danger', async () => {
    const { app } = appWithClock()
    const citizen = await citizenOnTheWeb(app, 'gent')
    for (let message = 0; message < 20; message++) await citizen.say(`Waar is loket ${message}?`)
    const danger = { type: 'text', text: 'ik wil niet meer leven' }
    const answered = await citizen.post('/messages', { clientMsgId: 'danger', ...danger })
    expect(answered.status).toBe(200)
    const { messages } = (await answered.json()) as { messages: { outcome: string; text: string }[] }
    expect(messages.map(({ outcome }) => outcome)).toEqual(['crisis'])
    expect(messages[0]?.text).toContain('1813')
    const other = await citizen.post('/messages', { clientMsgId: 'z', type: 'text', text: 'Nog iets' })
    expect(other.status).toBe(429)
    // The same words over and over are a machine, and have been answered. One by one: sent together, any may be the third.
    const again: number[] = []
    for (const clientMsgId of ['b', 'c', 'd'])
      again.push((await citizen.post('/messages', { clientMsgId, ...danger })).status)
    expect(again).toEqual([200, 200, 429])
  })
})
