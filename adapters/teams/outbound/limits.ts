/** Messages of one bot in one conversation, by the limits that Teams publishes: so many in so many milliseconds. */
const limits: readonly (readonly [most: number, within: number])[] = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
]
const longest = 3_600_000
/** Conversations that are followed at the same time; the one that was quiet longest is forgotten first. */
const followed = 2000

export type Limits = {
  /** Milliseconds until the next message may go out; 0 when it may go now, and then it counts. */
  enter(conversation: string, now: number): number
}

/** Keeps us below the limits, so that Teams need not refuse. Known to this Worker alone, so it is a brake and no promise. */
export function limitsOf(): Limits {
  const sent = new Map<string, number[]>()
  return {
    enter(conversation, now) {
      const times = (sent.get(conversation) ?? []).filter((time) => time > now - longest)
      const wait = Math.max(0, ...limits.map(([most, within]) => waitFor(times, most, within, now)))
      sent.delete(conversation)
      sent.set(conversation, wait === 0 ? [...times, now] : times)
      for (const oldest of sent.keys()) if (sent.size > followed) sent.delete(oldest)
      return wait
    },
  }
}

/** Until the message that is `most` places back falls out of the window. */
function waitFor(times: number[], most: number, within: number, now: number): number {
  const earlier = times.at(-most)
  return earlier === undefined ? 0 : earlier + within - now
}
