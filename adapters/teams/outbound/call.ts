import { nowOf, type TeamsParts } from '../parts.ts'
import { readJson } from '../read-json.ts'
import { allowedBase } from '../service-url.ts'
import { retryAfter } from './retry-after.ts'
import type { Tokens } from './token.ts'

export type Call = {
  /** Where the conversation says it lives. It is checked again here, before a token is even asked for. */
  serviceUrl: string | undefined
  method: 'GET' | 'POST'
  /** Below `/v3/`, one part each: ids of the platform, whatever is in them. */
  path: string[]
  body?: unknown
  timeout: number
}

export type CallResult =
  | { kind: 'answered'; status: number; body: unknown; retryAfterMs: number | null }
  /** Nothing was sent, and nothing will be. */
  | { kind: 'refused'; code: string }
  /** Nothing came back, or not in time: it may have arrived. */
  | { kind: 'lost'; code: string }
  | { kind: 'hold'; code: string }
  | { kind: 'retry'; code: string }

export type Caller = (call: Call) => Promise<CallResult>

/**
 * The one function that sends our token anywhere: only to a host of the list, never along with a redirect, and to the
 * very path that was meant. A token that is refused is replaced once.
 */
export function callerOf(parts: TeamsParts, tokens: Tokens): Caller {
  return async (call) => {
    const url = urlOf(call, parts.config.serviceHosts)
    if (!url) return { kind: 'refused', code: 'address-refused' }
    const first = await tokens.get()
    if (first.kind !== 'token') return first
    const result = await request(url, call, first.token, parts)
    if (result.kind !== 'answered' || result.status !== 401) return result
    const second = await tokens.insteadOf(first.token)
    return second.kind === 'token' ? request(url, call, second.token, parts) : second
  }
}

/** Null when the host is not ours to write to, or when an id would lead out of its place in the path. */
function urlOf({ serviceUrl, path }: Call, hosts: readonly string[]): string | null {
  const base = allowedBase(serviceUrl, hosts)
  if (!base || path.some((part) => !isWhole(part))) return null
  return `${base}/v3/${path.map(encodeURIComponent).join('/')}`
}

/** A dot or two would be a step in the path, encoded or not; half a character cannot be encoded. */
const isWhole = (part: string): boolean => part !== '' && part !== '.' && part !== '..' && part.isWellFormed()

async function request(
  url: string,
  { method, body, timeout }: Call,
  token: string,
  parts: TeamsParts,
): Promise<CallResult> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(timeout)
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await parts.fetch(url, { method, headers, redirect: 'manual', signal, ...content }).catch(() => null)
  if (!response) return { kind: 'lost', code: signal.aborted ? 'timeout' : 'unreachable' }
  return {
    kind: 'answered',
    status: response.status,
    // Its status has been told: what breaks off after that changes nothing.
    body: await readJson(response).catch(() => null),
    retryAfterMs: retryAfter(response.headers.get('retry-after'), nowOf(parts)),
  }
}
