/**
 * What may be logged: what happened, where, how often, and codes. There is no field for anybody's words, and a value
 * that is no code does not pass.
 */
export type LogLine = {
  event:
    | 'store-failed'
    | 'turn-failed'
    | 'render-failed'
    | 'alarm-failed'
    | 'request-failed'
    | 'undelivered'
    | 'held'
    | 'dropped'
  adapter?: string
  /** A code of ours or of the platform. */
  code?: string
  /** The pattern of a route, never an address that was asked for. */
  route?: string
  status?: number
  count?: number
}

const fields = ['event', 'adapter', 'code', 'route', 'status', 'count'] as const satisfies (keyof LogLine)[]

/** Letters, digits and what codes and patterns of routes are made of. */
const code = /^[\w.:/*{}-]{1,64}$/

/** Writes one line of JSON. The only way to a log: nothing else in the Worker may write to the console. */
export function log(line: LogLine): void {
  const kept = fields.flatMap((name) => {
    const value = line[name]
    if (value === undefined) return []
    return [[name, typeof value === 'number' || code.test(value) ? value : '?']]
  })
  console.log(JSON.stringify(Object.fromEntries(kept)))
}

/** The name of what was thrown: its message could quote what was sent. */
export const codeOf = (error: unknown): string => (error instanceof Error ? error.name : 'thrown')
