import { beforeEach, describe, expect, test } from 'vitest'
import { readDeskContent } from '../../src/cli/desk/content.ts'
import type { DeskNotes } from '../../src/core/desk-notes.ts'
import { unpackDeskContent } from '../../src/desk/content/pack.ts'
import { type Action, may, roles } from '../../src/desk/roles.ts'
import { moment, openedDesk, wantsPerson } from '../fixtures/desk.ts'
import { worldFixture } from '../fixtures/world.ts'

let desk: Awaited<ReturnType<typeof openedDesk>>
beforeEach(async () => {
  desk = await openedDesk()
  await desk.officeOf('gent').notify(wantsPerson('c1'))
})

/** Every route, with a body that it would take. */
const routes: [string, string, unknown?][] = [
  ['GET', '/me'],
  ['GET', '/data'],
  ['GET', '/queue'],
  ['GET', '/conversations/c1'],
  ['POST', '/conversations/c1/claim', {}],
  ['POST', '/conversations/c1/messages', { clientMsgId: 'message-1', text: 'Goeiedag' }],
  ['POST', '/conversations/c1/typing', {}],
  ['POST', '/conversations/c1/release', {}],
  ['POST', '/conversations/c1/transfer', { subject: 'adil', name: 'Adil' }],
  ['POST', '/conversations/c1/close', {}],
  ['POST', '/conversations/c1/erase', {}],
  ['POST', '/log', { entries: [] }],
  ['GET', '/unanswered'],
  ['POST', '/unanswered', { ids: ['entry-0001'], status: 'done', owner: null }],
  ['GET', '/proposals'],
  ['GET', '/call-backs'],
  ['POST', '/call-backs/x1/open', {}],
  ['POST', '/call-backs/x1/close', {}],
  ['GET', '/notices'],
  [
    'POST',
    '/notices',
    {
      id: 'notice-0001',
      from: '2026-11-20T09:00:00Z',
      until: '2026-11-21T09:00:00Z',
      text: { nl: 'Het eID-systeem werkt niet.' },
      services: [],
      locations: [],
      districts: [],
      closes: false,
    },
  ],
  ['POST', '/notices/notice-0001/end', {}],
  ['POST', '/carry-on/redeem', { code: '1234' }],
  ['GET', '/audit'],
  ['GET', '/audit/verify'],
  ['GET', '/events'],
]

/** The page and all that it loads. */
const page = ['/desk', '/desk/sw.js', '/desk/files/:name']

test('the lists above hold every route that there is', () => {
  const mounted = desk.app.routes.filter(({ method }) => method !== 'ALL')
  expect(mounted).toHaveLength(routes.length + page.length)
})

describe.each(page)('%s', (path) => {
  const address = `https://wijzer.example${path}`

  test('refuses whoever did not sign in, and another site', async () => {
    expect((await desk.app.request(address)).status).toBe(401)
    const other = { cookie: await desk.cookie('noor', 'desk/gent/agent'), 'sec-fetch-site': 'cross-site' }
    expect((await desk.app.request(address, { headers: other })).status).toBe(403)
  })
})

describe('the page', () => {
  const get = async (path: string) =>
    desk.app.request(`https://wijzer.example${path}`, {
      headers: { cookie: await desk.cookie('noor', 'desk/gent/agent'), 'sec-fetch-site': 'same-origin' },
    })

  test('runs its own script and service worker and nothing else, and no site may frame it', async () => {
    const answer = await get('/desk')
    const policy = answer.headers.get('content-security-policy')?.split('; ')
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]),
    )
    expect(policy).toEqual(expect.arrayContaining(["require-trusted-types-for 'script'", 'trusted-types desk-sw']))
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('names files that are there, and only those', async () => {
    const names = [...(await (await get('/desk')).text()).matchAll(/\/desk\/files\/[\w.-]+/g)].map(([name]) => name)
    expect(names).toHaveLength(2)
    for (const name of names) expect((await get(name)).status, name).toBe(200)
    expect((await get('/desk/files/constructor')).status).toBe(404)
    expect((await get('/desk/sw.js')).headers.get('service-worker-allowed')).toBe('/desk')
  })

  test('gets the content of its city, with its memos and nobody else’s', async () => {
    const answer = await get('/api/desk/v1/data?city=gent')
    const { world, notes } = unpackDeskContent(new Uint8Array(await answer.arrayBuffer()))
    expect(Object.keys(world.catalogue.cities)).toEqual(['gent'])
    expect(Object.values(notes).filter(({ memo }) => memo).length).toBeGreaterThan(10)
    expect(Object.keys(notes).filter((id) => !id.startsWith('gent/'))).toEqual([])
  })

  test('is of no use to who only looks at the audit trail', async () => {
    const rosa = await desk.colleague('rosa', 'desk/gent/auditor')
    expect((await rosa('GET', '/data')).status).toBe(403)
  })
})

test('memos stand in nothing that citizens are served', () => {
  const memos = Object.values(JSON.parse(readDeskContent().notes) as DeskNotes).flatMap(({ memo }) => memo?.nl ?? [])
  const shown = JSON.stringify(worldFixture().catalogue)
  expect(memos.length).toBeGreaterThan(20)
  expect(memos.filter((memo) => shown.includes(JSON.stringify(memo).slice(1, -1)))).toEqual([])
})

describe.each(routes)('%s %s', (method, path, body) => {
  test('refuses whoever did not sign in', async () => {
    const answer = await desk.app.request(`https://wijzer.example/api/desk/v1${path}`, { method })
    expect(answer.status).toBe(401)
  })

  test('refuses another site, even with the cookie', async () => {
    const noor = await desk.colleague('noor', 'desk/gent/agent')
    const answer = await noor(method, path, body, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
    expect(desk.done).toEqual([])
  })

  test('refuses a colleague of another city', async () => {
    const anna = await desk.colleague('anna', 'desk/leuven/lead', 'desk/leuven/auditor')
    const answer = await anna(method, `${path}?city=gent`, body)
    expect(path === '/me' ? 200 : 403).toBe(answer.status)
    expect(desk.done).toEqual([])
  })
})

/** What a route does, in the words of the table of roles; those without one are for everybody who has a role. */
const actionOf: Record<string, Action> = {
  'GET /data': 'search.desk',
  'GET /queue': 'queue.read',
  'GET /conversations/c1': 'conversation.read',
  'POST /conversations/c1/claim': 'conversation.claim',
  'POST /conversations/c1/messages': 'conversation.reply',
  'POST /conversations/c1/release': 'conversation.release',
  'POST /conversations/c1/transfer': 'conversation.transfer',
  'POST /conversations/c1/close': 'conversation.close',
  'POST /conversations/c1/erase': 'conversation.erase',
  'GET /unanswered': 'unanswered.read',
  'POST /unanswered': 'unanswered.edit',
  'GET /proposals': 'unanswered.read',
  'POST /carry-on/redeem': 'carry-on.redeem',
  'GET /call-backs': 'call-back.read',
  'POST /call-backs/x1/open': 'call-back.open',
  'POST /call-backs/x1/close': 'call-back.close',
  'GET /notices': 'notice.read',
  'POST /notices': 'notice.publish',
  'POST /notices/notice-0001/end': 'notice.end',
  'GET /audit': 'audit.read',
  'GET /audit/verify': 'audit.read',
}

describe.each(roles)('%s', (role) => {
  const named = routes.filter(([method, path]) => `${method} ${path}` in actionOf)

  test.each([true, false])('reaches what the table of roles says and nothing else; has the chat: %s', async (mine) => {
    const wrong: string[] = []
    for (const [method, path, body] of named) {
      desk = await openedDesk()
      const office = desk.officeOf('gent')
      await office.notify(wantsPerson('c1'))
      const owner = { subject: mine ? 'kim' : 'noor', name: null, roles: ['agent' as const] }
      if (!path.endsWith('/claim')) await office.claim(owner, 'c1', 1)
      const ask = await desk.colleague('kim', `desk/gent/${role}`)
      const { status } = await ask(method, path, body, { 'if-match': '"1"' })
      const allowed = may([role], actionOf[`${method} ${path}`] as Action, mine)
      if ((status !== 403) !== allowed) wrong.push(`${method} ${path}: ${status}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('a chat', () => {
  const claim = async (subject: string, version = '"1"') => {
    const ask = await desk.colleague(subject, 'desk/gent/agent')
    return ask('POST', '/conversations/c1/claim', {}, { 'if-match': version })
  }

  test('goes from the queue to whoever claims it first', async () => {
    const [first, second] = [await claim('noor'), await claim('adil')]
    expect([first.status, second.status]).toEqual([200, 412])
    expect(desk.done).toEqual([{ act: 'joined', conversation: 'c1', with: 'noor' }])
    const noor = await desk.colleague('noor', 'desk/gent/agent')
    const said = await noor('POST', '/conversations/c1/messages', { clientMsgId: 'message-1', text: ' Goeiedag ' })
    expect(said.status).toBe(204)
    expect(desk.done.at(-1)).toEqual({ act: 'said', conversation: 'c1', with: 'Goeiedag' })
  })

  test('is closed to colleagues who do not have it, and to a guessed version', async () => {
    expect((await claim('adil', '"7"')).status).toBe(412)
    expect((await claim('adil', 'x')).status).toBe(422)
    await claim('noor')
    const adil = await desk.colleague('adil', 'desk/gent/agent')
    for (const [method, path, body] of routes.filter(([, path]) =>
      /c1(\/(messages|release|transfer|close|erase))?$/.test(path),
    ))
      expect((await adil(method, path, body)).status, path).toBe(403)
    expect(desk.done.map(({ act }) => act)).toEqual(['joined'])
  })

  test('that is gone leaves the queue', async () => {
    await desk.officeOf('gent').notify(wantsPerson('gone'))
    const noor = await desk.colleague('noor', 'desk/gent/agent')
    expect((await noor('POST', '/conversations/gone/claim', {}, { 'if-match': '"1"' })).status).toBe(404)
    const queue = (await (await noor('GET', '/queue')).json()) as { conversation: string }[]
    expect(queue.map(({ conversation }) => conversation)).toEqual(['c1'])
  })
})

test('what a colleague writes down is kept without personal data, and a bad entry names its field', async () => {
  const noor = await desk.colleague('noor', 'desk/gent/agent')
  const entry = {
    id: 'entry-0001',
    at: moment,
    kind: 'unanswered',
    text: 'waar kan 85.07.30-033.28 terecht',
    service: null,
    note: null,
    channel: 'phone',
    lang: 'nl',
  }
  expect((await noor('POST', '/log', { entries: [entry] })).status).toBe(200)
  const kept = await (await noor('GET', '/unanswered')).text()
  expect(kept).not.toContain('033.28')
  const bad = await noor('POST', '/log', { entries: [{ ...entry, channel: 'pigeon' }] })
  expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining('entries.0.channel')])
})

test('who reads their code out on the phone goes on with the colleague who types it', async () => {
  const { code } = await desk.officeOf('gent').carryOn('c9')
  const noor = await desk.colleague('noor', 'desk/gent/agent')
  const taken = await noor('POST', '/carry-on/redeem', { code })
  expect(await taken.json()).toMatchObject({ conversation: 'c9', agent: { subject: 'noor' } })
  expect(desk.done.at(-1)).toEqual({ act: 'joined', conversation: 'c9', with: 'noor' })
  expect((await noor('POST', '/carry-on/redeem', { code })).status).toBe(404)
})
