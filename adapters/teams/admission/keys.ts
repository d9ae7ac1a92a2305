import { importJWK, type JWK } from 'jose'
import { oneAtATime } from '../one-at-a-time.ts'
import { nowOf, type TeamsParts } from '../parts.ts'
import { fetchKeySet, type PublishedKey } from './key-set.ts'

/** A key, and the ways in for which it may sign. */
export type Key = { key: CryptoKey; endorsements: readonly string[] }

export type Keys = { find(kid: string): Promise<Key | null | 'unreachable'> }

const minute = 60_000
const day = 24 * 60 * minute
/** After this the keys are fetched anew, and after this the old ones are no longer believed. */
const fresh = day
const usable = 5 * day
/** Rest after a fetch for a name that we did not know, and after one that failed. */
const restAfterUnknown = 5 * minute
const restAfterFailure = 5000

type Set = { fetchedAt: number; published: Map<string, PublishedKey>; imported: Map<string, Key> }

/**
 * The keys that the identity endpoint publishes, kept for a day. A name that we do not know is looked for once, then not
 * for some minutes: whoever invents names cannot make us fetch.
 */
export function keysOf(parts: Pick<TeamsParts, 'config' | 'fetch' | 'clock'>): Keys {
  let set: Set | null = null
  let failedAt = Number.NEGATIVE_INFINITY
  let soughtAt = Number.NEGATIVE_INFINITY
  const refetch = oneAtATime(async () => {
    const published = await fetchKeySet(parts.config.openIdUrl, parts.fetch)
    if (published) set = { fetchedAt: nowOf(parts), published, imported: new Map() }
    else failedAt = nowOf(parts)
  })
  const age = (): number => (set ? nowOf(parts) - set.fetchedAt : Number.POSITIVE_INFINITY)
  return {
    async find(kid) {
      if (age() >= fresh && nowOf(parts) - failedAt >= restAfterFailure) await refetch()
      if (!set || age() >= usable) return 'unreachable'
      const maySeek = refetch.busy() || nowOf(parts) - soughtAt >= restAfterUnknown
      if (!set.published.has(kid) && maySeek) {
        soughtAt = nowOf(parts)
        await refetch()
      }
      return keyIn(set, kid)
    },
  }
}

async function keyIn({ published, imported }: Set, kid: string): Promise<Key | null> {
  const known = imported.get(kid)
  if (known) return known
  const found = published.get(kid)
  if (!found) return null
  const key = await importJWK({ ...found.jwk, alg: 'RS256' } as JWK, 'RS256').catch(() => null)
  if (!key || key instanceof Uint8Array || key.type !== 'public') return null
  const made = { key, endorsements: found.endorsements }
  imported.set(kid, made)
  return made
}
