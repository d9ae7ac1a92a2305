import type { Incoming } from '../activity.ts'

/** People whose typing is followed at the same time. */
const followed = 1000

/** Tells whether a query is older than one that was seen of the same person: Teams asks at each key, in any order. */
export function freshnessOf(): (incoming: Incoming) => boolean {
  const newest = new Map<string, number>()
  return ({ from, timestamp }) => {
    const at = Date.parse(timestamp ?? '')
    if (!from?.id || Number.isNaN(at)) return false
    const seen = newest.get(from.id) ?? Number.NEGATIVE_INFINITY
    newest.delete(from.id)
    newest.set(from.id, Math.max(seen, at))
    for (const oldest of newest.keys()) if (newest.size > followed) newest.delete(oldest)
    return at < seen
  }
}
