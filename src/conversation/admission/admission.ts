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
  let keeping = false

  const within = (client: string, now: number): number[] => (begun.get(client) ?? []).filter((at) => at > now - minute)

  async function keep(): Promise<void> {
    while (begun.size > 0) {
      await new Promise((resume) => setTimeout(resume, minute))
      forget(Date.parse(clock()))
    }
    keeping = false
  }

  function forget(now: number): void {
    for (const client of begun.keys()) if (within(client, now).length === 0) begun.delete(client)
  }

  return {
    async admit(client) {
      const now = Date.parse(clock())
      const own = within(client, now)
      const oldest = own[own.length - most]
      if (oldest !== undefined) return Math.max(1, Math.ceil((oldest + minute - now) / 1000))
      begun.set(client, [...own, now])
      if (!keeping) {
        keeping = true
        whileKept(keep())
      }
      return null
    },
  }
}
