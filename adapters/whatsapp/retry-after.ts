/** Longest wait that a header can ask of us: after a day nothing could be said any more (contract §4, 24-hour window). */
const longest = 3_600_000

/** Milliseconds to wait by `Retry-After`, in seconds or as a date; null when there is none that can be read. */
export function retryAfter(header: string | null, now: string): number | null {
  if (header === null) return null
  const text = header.trim()
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.parse(now)
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), longest)
}
