import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { appId, pair, tenantId, token } from '../../test/adapters/teams/signer.ts'

/**
 * What stands between the playground and our Worker. The playground sends no token and knows neither our bot nor our
 * tenant, and the Worker has no switch that lets it in; so this names them and signs, as the service of Teams does.
 */
export type Proxy = {
  /** Where the playground sends to. */
  endpoint: string
  /** Variables of a Worker that believes this proxy and may answer the playground. */
  variables(playground: string): Record<string, string>
  /** Where the Worker is, once it runs. */
  forwardTo(worker: string): void
  /** Types of the activities that came by, with the status of the answer. */
  passed: { type: string; name: string | undefined; status: number }[]
  close(): Promise<void>
}

type Json = Record<string, unknown>

export async function openProxy(): Promise<Proxy> {
  const key = await pair('of-the-proxy')
  const passed: Proxy['passed'] = []
  let worker: string | null = null
  const server = createServer(async (request, response) => {
    const give = (status: number, body: string): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    const text = await read(request)
    if (request.url === '/openid') return give(200, JSON.stringify({ jwks_uri: `${base}/keys` }))
    if (request.url === '/keys') return give(200, JSON.stringify({ keys: [key.jwk] }))
    if (request.url === '/token') return give(200, JSON.stringify({ access_token: 'of-the-proxy', expires_in: 3599 }))
    // It first sends an empty probe, to see whether anybody is there.
    if (!worker || !text.trim()) return give(400, '')
    const activity = asOurs(JSON.parse(text) as Json)
    const now = Math.floor(Date.now() / 1000)
    const bearer = await token(key, { serviceurl: activity.serviceUrl, nbf: now - 5, exp: now + 600 })
    const answer = await fetch(`${worker}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify(activity),
    })
    passed.push({ type: String(activity.type), name: activity.name as string | undefined, status: answer.status })
    give(answer.status, await answer.text())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    endpoint: `${base}/api/messages`,
    passed,
    forwardTo: (url) => {
      worker = url
    },
    variables: (playground) => ({
      TEAMS_APP_ID: appId,
      TEAMS_APP_PASSWORD: 'of-the-playground',
      TEAMS_TENANT_ID: tenantId,
      TEAMS_CITY: 'gent',
      TEAMS_OPENID_URL: `${base}/openid`,
      TEAMS_TOKEN_URL: `${base}/token`,
      TEAMS_SERVICE_HOSTS: playground,
    }),
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** The same activity, for our bot and of our tenant. */
function asOurs(activity: Json): Json {
  const its = (activity.recipient as { id?: string } | undefined)?.id
  const ours = `28:${appId}`
  const named = JSON.parse(JSON.stringify(activity), (name, value) =>
    name === 'id' && value === its ? ours : value,
  ) as Json
  return {
    ...named,
    recipient: { ...(named.recipient as Json), id: ours },
    conversation: { ...(named.conversation as Json), tenantId },
    channelData: { ...(named.channelData as Json), tenant: { id: tenantId } },
  }
}
