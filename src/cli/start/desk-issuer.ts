import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** Hours that a local sign-in lasts. */
const hours = 12
const audience = 'desk-of-a-local-run'
const groups = ['agent', 'lead', 'editor', 'auditor'].map((role) => `desk/*/${role}`)

export type DeskIssuer = {
  /** What the Worker must know of it. */
  variables: Record<'DESK_ISSUER' | 'DESK_AUDIENCE' | 'DESK_JWKS_URL', string>
  /** Opens the desk once. */
  code: string
  stop(): void
}

/**
 * Signs the one who started it in at the desk: an issuer on loopback with a key of its own, that lives as long as the
 * run. The Worker checks it like any issuer.
 */
export async function startDeskIssuer(): Promise<DeskIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'local', alg: 'ES256', use: 'sig' }] })
  const code = randomBytes(16).toString('base64url')
  let unused = true
  const token = (): Promise<string> =>
    new SignJWT({ groups })
      .setProtectedHeader({ alg: 'ES256', kid: 'local' })
      .setSubject('local')
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime(`${hours}h`)
      .sign(privateKey)

  const server = createServer(async (request, response) => {
    if (request.url === '/certs') return reply(response, 200, keys)
    if (request.method !== 'POST' || request.url !== '/token') return reply(response, 404, '')
    if (!unused || (await bodyOf(request)) !== code) return reply(response, 401, '')
    unused = false
    return reply(response, 200, await token())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const variables = { DESK_ISSUER: issuer, DESK_AUDIENCE: audience, DESK_JWKS_URL: `${issuer}/certs` }
  return { variables, code, stop: () => server.close() }
}

const reply = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body)
}

/** Longer than any code: what comes after that is not read. */
const longest = 200

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of request) {
    body += part
    if (body.length > longest) break
  }
  return body
}
