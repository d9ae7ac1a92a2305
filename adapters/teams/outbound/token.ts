import * as z from 'zod'
import { once } from '../../../src/core/once.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import { nowOf, type TeamsParts } from '../parts.ts'
import { readJson } from '../read-json.ts'

/** Why there is no token: our right to have one is gone, or it may come yet. */
type Without = { kind: 'hold'; code: string } | { kind: 'retry'; code: string }
export type TokenResult = { kind: 'token'; token: string } | Without

export type Tokens = {
  get(): Promise<TokenResult>
  /** A token other than this one, which was refused. */
  insteadOf(refused: string): Promise<TokenResult>
}

const timeout = 10_000
/** Seconds before its end at which a token is replaced. */
const margin = 300
const scope = 'https://api.botframework.com/.default'

const granted = once(() => z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() }))

/** Tokens of the client credentials flow (RFC 6749, 4.4), kept until shortly before their end. Never logged. */
export function tokensOf(parts: Pick<TeamsParts, 'config' | 'fetch' | 'clock'>): Tokens {
  let kept: { token: string; until: number } | null = null
  const renew = oneAtATime(async (): Promise<TokenResult> => {
    const result = await ask(parts)
    if (result.kind !== 'token') return result
    const { token, expiresIn } = result
    kept = { token, until: nowOf(parts) + Math.max(expiresIn - margin, expiresIn / 2) * 1000 }
    return { kind: 'token', token }
  })
  const get = async (): Promise<TokenResult> =>
    kept && nowOf(parts) < kept.until ? { kind: 'token', token: kept.token } : renew()
  return {
    get,
    insteadOf: (refused) => {
      if (kept?.token === refused) kept = null
      return get()
    },
  }
}

type Granted = { kind: 'token'; token: string; expiresIn: number } | Without

async function ask({ config, fetch }: Pick<TeamsParts, 'config' | 'fetch'>): Promise<Granted> {
  const { registration, tokenUrl } = config
  if (!registration) return { kind: 'hold', code: 'not-registered' }
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: registration.appId,
    client_secret: registration.appPassword,
    scope,
  })
  try {
    const signal = AbortSignal.timeout(timeout)
    const response = await fetch(tokenUrl, { method: 'POST', body, redirect: 'manual', signal })
    return judge(response.status, await readJson(response))
  } catch {
    return { kind: 'retry', code: 'token-unreachable' }
  }
}

/** 400, 401 and 403: the id, secret or tenant is wrong, and asking again changes nothing. */
function judge(status: number, body: unknown): Granted {
  if ([400, 401, 403].includes(status)) return { kind: 'hold', code: 'token-refused' }
  const found = granted().safeParse(body)
  if (status !== 200 || !found.success) return { kind: 'retry', code: `token-${status}` }
  return { kind: 'token', token: found.data.access_token, expiresIn: found.data.expires_in }
}
