/** Counts new conversations of clients, so that nobody opens them by the thousand. */
export type Admission = {
  /** Seconds to wait when there were too many; null, and it counts, when there is room. `client` is a hash. */
  admit(client: string): Promise<number | null>
}

const most = 5
const minute = 60_000

/**
 * Counts in memory: nothing of a client is ever written down, and nothing outlives the minute that it counts for. What is
 * lost when the program stops lets somebody begin five more. `whileKept` is given what to wait for as long as anything
 * is counted.
 */
export function admissionIn(clock: () => string, whileKept: (done: Promise<void>) => void): Admission {
  const begun = new Map<string, number[]>()

  async function forgetInTime(client: string): Promise<void> {
    await new Promise((resume) => setTimeout(resume, minute))
    const [, ...later] = begun.get(client) ?? []
    if (later.length > 0) begun.set(client, later)
    else begun.delete(client)
  }

  return {
    async admit(client) {
      const now = Date.parse(clock())
      const own = (begun.get(client) ?? []).filter((at) => at > now - minute)
      const oldest = own[own.length - most]
      if (oldest !== undefined) return Math.max(1, Math.ceil((oldest + minute - now) / 1000))
      begun.set(client, [...(begun.get(client) ?? []), now])
      whileKept(forgetInTime(client))
      return null
    },
  }
}
