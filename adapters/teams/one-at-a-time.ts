/** How long we wait for a request that somebody else began, before we begin our own. */
const patience = 3000

/**
 * One flight of `begin` at a time: who comes meanwhile waits for it. A Worker may stop the request that began it, and
 * then nothing ever comes of it; so nobody waits for ever.
 */
export function oneAtATime<T>(begin: () => Promise<T>): (() => Promise<T>) & { busy(): boolean } {
  let flight: Promise<T> | null = null
  const start = (): Promise<T> => {
    const own = begin().finally(() => {
      if (flight === own) flight = null
    })
    flight = own
    return own
  }
  const join = (): Promise<T> => (flight ? withinPatience(flight, start) : start())
  return Object.assign(join, { busy: () => flight !== null })
}

function withinPatience<T>(flight: Promise<T>, otherwise: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => otherwise().then(resolve, reject), patience)
    flight.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
