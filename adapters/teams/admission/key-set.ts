import * as z from 'zod'
import { once } from '../../../src/core/once.ts'
import { readJson } from '../read-json.ts'

export type PublishedKey = { jwk: { kty: string; n: string; e: string }; endorsements: string[] }

const timeout = 5000

const metadata = once(() => z.object({ jwks_uri: z.url() }))
const published = once(() =>
  z.object({
    kid: z.string().min(1),
    kty: z.literal('RSA'),
    n: z.string(),
    e: z.string(),
    endorsements: z.array(z.string()).default([]),
  }),
)
const keySet = once(() => z.object({ keys: z.array(published().nullable().catch(null)) }))

/** The keys by name, from the place that the identity endpoint names on its own origin; null when they are not to be had. */
export async function fetchKeySet(
  openIdUrl: string,
  fetch: typeof globalThis.fetch,
): Promise<Map<string, PublishedKey> | null> {
  const described = metadata().safeParse(await get(openIdUrl, fetch))
  if (!described.success) return null
  const { jwks_uri } = described.data
  if (new URL(jwks_uri).origin !== new URL(openIdUrl).origin) return null
  const found = keySet().safeParse(await get(jwks_uri, fetch))
  if (!found.success) return null
  const usable = found.data.keys.filter((key) => key !== null)
  // A set without keys would shut everybody out: the former one is better.
  if (usable.length === 0) return null
  return new Map(usable.map(({ kid, kty, n, e, endorsements }) => [kid, { jwk: { kty, n, e }, endorsements }]))
}

async function get(url: string, fetch: typeof globalThis.fetch): Promise<unknown> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeout) })
    return response.status === 200 ? await readJson(response) : null
  } catch {
    return null
  }
}
