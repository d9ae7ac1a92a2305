/** The desk's interface as a command uses it: a sign-in, and JSON. @throws what the desk answers when it refuses. */
export type SignedIn = {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
}

/** Options of every command that signs in. */
export const signInOptions = { url: { type: 'string' }, 'sign-in': { type: 'string' } } as const

type Given = { url?: string | undefined; 'sign-in'?: string | undefined }

/** Signs in with the link of a local run, or with the token in `DESK_TOKEN`, which Cloudflare Access takes too. */
export async function signedIn(given: Given): Promise<SignedIn> {
  const link = given['sign-in']
  const url = new URL(link ?? given.url ?? 'http://127.0.0.1:8787').origin
  const identity = link ? { cookie: await cookieOf(link) } : tokenHeaders()
  async function ask<T>(path: string, init: RequestInit): Promise<T> {
    const headers = { ...identity, origin: url, 'x-desk': '1', 'content-type': 'application/json' }
    const response = await fetch(`${url}/api/desk/v1${path}`, { ...init, headers, redirect: 'manual' })
    if (!response.ok) throw new Error(`the desk refused: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  return {
    get: (path) => ask(path, {}),
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
  }
}

function tokenHeaders(): Record<string, string> {
  const { DESK_TOKEN: token } = process.env
  if (!token) throw new Error('sign in: --sign-in <the link that npm start printed>, or DESK_TOKEN')
  return { authorization: `Bearer ${token}`, 'cf-access-token': token }
}

async function cookieOf(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error('this link was used already: start again for a new one')
  return cookie
}
