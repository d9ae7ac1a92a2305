/**
 * Who goes first where everything shares one thread: what somebody waits for, before work that nobody waits for. A brake
 * and no lock: who makes way goes on by itself after a while, whatever becomes of the others.
 */
export type RightOfWay = {
  /** Somebody waits for this: while it is under way others make way. */
  first<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when nothing goes first, or soon after. */
  makeWay(): Promise<void>
}

/** Where each has a thread of its own. */
export const ownRoad: RightOfWay = { first: (work) => work(), makeWay: async () => {} }

/**
 * Who makes way looks again after so many milliseconds, each time by a timer of its own, since what it waits for belongs to
 * other requests; then it goes in any case. Looking is work too, so it is done seldom.
 */
const looks = [20, 60, 120]

/** What has been under way for so long may have been stopped without a word, and is not waited for. */
const longest = 1000

/** For a thread that is shared: what goes first is what is under way in this very process. */
export function sharedRoad(): RightOfWay {
  const under = new Map<object, number>()
  const isBusy = (): boolean => {
    for (const [oldest, since] of under) {
      if (Date.now() - since <= longest) break
      under.delete(oldest)
    }
    return under.size > 0
  }
  return {
    async first(work) {
      const own = {}
      under.set(own, Date.now())
      try {
        return await work()
      } finally {
        under.delete(own)
      }
    },
    async makeWay() {
      for (const look of looks) {
        if (!isBusy()) return
        await new Promise((resume) => setTimeout(resume, look))
      }
    },
  }
}
