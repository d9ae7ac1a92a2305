import { afterEach, beforeEach, expect, test } from 'vitest'
import { started } from '../../fixtures/started.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { message, pick, search } from './activities.ts'
import { openService, type Service } from './service.ts'
import { appId } from './signer.ts'

/** In the runtime of Cloudflare, started as a visitor starts it, with the service of Teams on this machine. */

let service: Service
beforeEach(async () => {
  service = await openService()
})
afterEach(() => service.close())

const fresh = (text: string, id: string, more: object = {}): ReturnType<typeof message> =>
  message(text, { id, timestamp: new Date().toISOString(), ...more })

const start = (dataDir: string, more: Record<string, string> = {}) =>
  started({ DATA_DIR: dataDir, ...service.variables, ...more })

test('a message is answered, a choice in its place, a search at once, a forgery not at all', async () => {
  const { url } = await start(temporaryFolder())
  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({
    adapters: { teams: { receives: true, sends: true } },
  })

  const said = await service.tell(url, fresh('mijn pas is kwijt', '1'))
  expect([said.status, await said.text()]).toEqual([200, ''])
  const [question] = await service.arrived(1)
  expect(question?.path).toBe('/emea/v3/conversations/a%3A1TestOpaqueConversation/activities')
  expect(question?.authorization).toBe('Bearer token-1')
  expect(JSON.stringify(question?.body)).toContain('Action.Execute')

  const picked = await service.tell(url, pick('gent/reispas', { timestamp: new Date().toISOString() }))
  expect(await picked.json()).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' })
  expect(service.sent).toHaveLength(1)

  const found = await service.tell(url, search('rijbewijs', { timestamp: new Date().toISOString() }))
  expect(await found.json()).toMatchObject({ composeExtension: { type: 'result' } })

  const forged = { ...fresh('dag', '2'), serviceUrl: `${service.base}/emea/` }
  const refused = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer a.b.c' },
    body: JSON.stringify(forged),
  })
  expect(refused.status).toBe(401)
  const others = await service.tell(url, fresh('dag', '3', { recipient: { id: `28:${appId}1` } }))
  expect([others.status, service.sent.length]).toEqual([200, 1])
})

test('many people at once are each answered, with one token', async () => {
  const { url } = await start(temporaryFolder())
  const people = Array.from({ length: 20 }, (_, at) => at)
  const told = await Promise.all(
    people.map((at) =>
      service.tell(
        url,
        fresh('ik ben verhuisd', `m${at}`, {
          from: { id: `29:${at}` },
          conversation: { conversationType: 'personal', tenantId: service.variables.TEAMS_TENANT_ID, id: `a:${at}` },
        }),
      ),
    ),
  )
  expect(new Set(told.map(({ status }) => status))).toEqual(new Set([200]))
  const sent = await service.arrived(20)
  expect(new Set(sent.map(({ path }) => path)).size).toBe(20)
  expect(service.tokens()).toBe(1)
})

test('what was accepted before a kill goes out after it', { timeout: 60_000 }, async () => {
  const dataDir = temporaryFolder()
  const first = await start(dataDir)
  service.answer(() => ({ status: 503 }))
  expect((await service.tell(first.url, fresh('ik ben verhuisd', '1'))).status).toBe(200)
  await service.arrived(1)
  await first.stop('SIGKILL')
  service.sent.length = 0
  service.answer(null)
  await start(dataDir)
  const [late] = await service.arrived(1)
  expect(JSON.stringify(late?.body)).toContain('Adreswijziging')
})
