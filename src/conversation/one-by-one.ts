/** How often who waits looks whether the queue moves. */
const look = 50
/** Who has looked so often in vain goes all the same; sooner after a second. */
const patience = (looks: number): number => (looks < 20 ? 5 : 1)

/** Somebody's turn; `come` tells them that it is theirs. */
type Turn = { come: () => void }

/**
 * A queue for work of which only one at a time should be under way: the next begins when the one before is over. Work
 * that hangs holds up the next for a quarter of a second, and twenty a second go in any case: the queue is a brake, no lock.
 * What is counted is looks, since all work shares one thread: when that is busy, the work before has had no time either.
 * Each waits with a timer of its own, because who should make way may belong to a request that has been stopped.
 */
export function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let present: Turn | null = null
  const waiting: Turn[] = []
  const wait = async (own: Turn): Promise<void> => {
    const come = new Promise<void>((resolve) => {
      own.come = resolve
    })
    waiting.push(own)
    let before = present
    for (let [looks, inVain] = [0, 0]; present !== own && inVain < patience(looks); looks++) {
      await within(look, come)
      inVain = present === before ? inVain + 1 : 0
      before = present
    }
    if (waiting.includes(own)) waiting.splice(waiting.indexOf(own), 1)
  }
  return async (work) => {
    const own: Turn = { come: () => {} }
    if (present) await wait(own)
    present = own
    try {
      return await work()
    } finally {
      if (present === own) {
        present = waiting.shift() ?? null
        present?.come()
      }
    }
  }
}

function within(milliseconds: number, sign: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    void sign.then(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
