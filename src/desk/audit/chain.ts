/**
 * The audit trail: who did what to which thing and how it ended, never what was said, so that erasing a conversation
 * breaks no chain. Each line carries the hash of the one before it: a line that is changed, left out or put elsewhere
 * shows.
 */
export type AuditEvent = {
  /** ISO in UTC. */
  at: string
  /** Subject of the colleague, or `system`. */
  who: string
  action: string
  /** Id of the thing: a conversation's name, a notice, a log entry. */
  object: string
  outcome: 'done' | 'refused' | 'failed'
}

export type AuditLine = AuditEvent & {
  /** From 1, without gaps. */
  number: number
  /** SHA-256 in hex of the former line's hash and this line. */
  hash: string
}

/** What stands before the first line. */
export const beginning = '0'.repeat(64)

/** The next line of a trail. */
export async function append(event: AuditEvent, last: Pick<AuditLine, 'number' | 'hash'> | null): Promise<AuditLine> {
  const number = (last?.number ?? 0) + 1
  return { ...event, number, hash: await hashOf(event, number, last?.hash ?? beginning) }
}

/** Number of the first line that does not fit, or null when the whole trail holds. `from`: the line before the first. */
export async function firstBroken(
  trail: AuditLine[],
  from: Pick<AuditLine, 'number' | 'hash'> | null = null,
): Promise<number | null> {
  let before = from?.hash ?? beginning
  let number = from?.number ?? 0
  for (const line of trail) {
    number++
    if (line.number !== number || line.hash !== (await hashOf(line, number, before))) return number
    before = line.hash
  }
  return null
}

/** Fields in a fixed order, as JSON: no two lines read the same. */
async function hashOf(
  { at, who, action, object, outcome }: AuditEvent,
  number: number,
  before: string,
): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([before, number, at, who, action, object, outcome]))
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
