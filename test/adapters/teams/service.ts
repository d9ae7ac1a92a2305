import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Json } from './activities.ts'
import { appId, pair, tenantId, token } from './signer.ts'

/** The service of Teams on this machine, over real connections: keys, tokens, and a connector that writes down. */
export type Service = {
  /** Variables of the Worker that make it talk to this service. */
  variables: Record<string, string>
  base: string
  sent: { path: string; authorization: string | undefined; body: Json }[]
  tokens(): number
  /** Sends an activity to a Worker with a genuine token of this moment. */
  tell(worker: string, activity: Json): Promise<Response>
  /** Waits until so many messages have arrived. */
  arrived(count: number): Promise<Service['sent']>
  /** What the connector answers from now on, instead of accepting; `cut`: it hangs up and has heard nothing. */
  answer(with_: (() => { status: number; delayMs?: number } | 'cut') | null): void
  close(): Promise<void>
}

export async function openService(): Promise<Service> {
  const key = await pair('of-the-service')
  const sent: Service['sent'] = []
  let tokens = 0
  let answering: Parameters<Service['answer']>[0] = null
  const server = createServer(async (request, response) => {
    const give = (body: unknown, status = 200): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const path = request.url ?? ''
    if (path === '/openid') return give({ jwks_uri: `${base}/keys` })
    if (path === '/keys') return give({ keys: [key.jwk] })
    if (path === '/token') {
      tokens += 1
      return give({ token_type: 'Bearer', expires_in: 3599, access_token: `token-${tokens}` })
    }
    if (request.method !== 'POST') return give({}, 404)
    const body = await bodyOf(request).catch(() => null)
    const given = body ? (answering?.() ?? { status: 201 }) : 'cut'
    if (!body || given === 'cut') return void response.destroy()
    const id = `sent-${sent.push({ path, authorization: request.headers.authorization, body })}`
    setTimeout(() => give({ id }, given.status), given.delayMs ?? 0)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const base = `http://${host}`
  const serviceUrl = `${base}/emea/`
  return {
    base,
    sent,
    tokens: () => tokens,
    variables: {
      TEAMS_APP_ID: appId,
      TEAMS_APP_PASSWORD: 'a-secret-of-the-tests',
      TEAMS_TENANT_ID: tenantId,
      TEAMS_CITY: 'gent',
      TEAMS_OPENID_URL: `${base}/openid`,
      TEAMS_TOKEN_URL: `${base}/token`,
      TEAMS_SERVICE_HOSTS: host,
    },
    async tell(worker, activity) {
      const now = Math.floor(Date.now() / 1000)
      const bearer = await token(key, { serviceurl: serviceUrl, nbf: now - 5, exp: now + 600 })
      return fetch(`${worker}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
        body: JSON.stringify({ timestamp: new Date().toISOString(), ...activity, serviceUrl }),
      })
    },
    async arrived(count) {
      while (sent.length < count) await new Promise((again) => setTimeout(again, 10))
      return sent
    },
    answer: (with_) => {
      answering = with_
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

async function bodyOf(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}
