/** Longer than this nobody makes us wait at a time. */
const longest = 3_600_000

/** Milliseconds that a `Retry-After` asks for, in seconds or as a date (RFC 9110, 10.2.3); null when it says nothing useful. */
export function retryAfter(header: string | null, now: number): number | null {
  if (!header?.trim()) return null
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), longest)
}
