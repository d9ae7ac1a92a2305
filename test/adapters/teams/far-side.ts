import type { Pair } from './signer.ts'

/** The far side of the network: the identity endpoint, the token endpoint and the connector, which can be watched. */

export const openIdUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration'
const keysUrl = 'https://login.botframework.com/v1/.well-known/keys'
export const tokenUrl = 'https://login.microsoftonline.com/5f0c/oauth2/v2.0/token'

export type Seen = { method: string; url: string; authorization: string | null; body: unknown }

export type FarSide = {
  fetch: typeof fetch
  /** What reached the connector. */
  sent: Seen[]
  /** How often the keys, and how often a token was fetched. */
  fetched: { keys: number; tokens: number }
}

export type Behaviour = {
  pairs: Pair[]
  /** Where the identity endpoint says that the keys are: they are really there. */
  metadata?: { jwks_uri: string }
  /** The identity endpoint is out of reach. */
  down?: () => boolean
  token?: (nth: number) => Response | Promise<Response>
  connector?: (seen: Seen, nth: number) => Response | Promise<Response>
  /** What the roster says of a person; nobody is on it when it is absent. */
  member?: (id: string) => object | null
}

export function farSide({ pairs, metadata, down, token, connector, member }: Behaviour): FarSide {
  const sent: Seen[] = []
  const fetched = { keys: 0, tokens: 0 }
  const far: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const { url, method } = request
    if (url === openIdUrl)
      return down?.() ? new Response(null, { status: 502 }) : Response.json(metadata ?? { jwks_uri: keysUrl })
    if (url === keysUrl || url === metadata?.jwks_uri) {
      fetched.keys += 1
      return Response.json({ keys: pairs.map(({ jwk }) => jwk) })
    }
    if (url === tokenUrl) {
      fetched.tokens += 1
      return token?.(fetched.tokens) ?? grant(`token-${fetched.tokens}`)
    }
    const [, id] = /\/members\/([^/]+)$/.exec(url) ?? []
    if (method === 'GET' && id) return roster(member?.(decodeURIComponent(id)) ?? null)
    const body = await request.text()
    const seen = {
      method,
      url,
      authorization: request.headers.get('authorization'),
      body: body ? JSON.parse(body) : null,
    }
    sent.push(seen)
    return connector?.(seen, sent.length) ?? Response.json({ id: `sent-${sent.length}` }, { status: 201 })
  }
  return { fetch: far, sent, fetched }
}

export const grant = (token: string, expiresIn = 3599): Response =>
  Response.json({ token_type: 'Bearer', expires_in: expiresIn, access_token: token })

const roster = (found: object | null): Response => (found ? Response.json(found) : new Response(null, { status: 404 }))
