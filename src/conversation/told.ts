import type { Activity } from '../core/activity.ts'
import type { Accepted } from '../core/ports.ts'

/** Messages of which we remember that they arrived; a few megabytes of our own ids, and nobody's data. */
const most = 20_000

export type Told = {
  /** What the conversation would make of these, when they tell only what it keeps already; null when they may tell more. */
  nothingNew(activities: Activity[]): Accepted[] | null
  /** These were kept. */
  remember(activities: Activity[]): void
}

/**
 * That a message was read tells a conversation no more than that it arrived, so who has heard the one need not wake it for
 * the other. Only what was kept is remembered, by our own id of the message; what is forgotten is asked again.
 */
export function toldBefore(): Told {
  const arrived = new Set<string>()
  return {
    nothingNew: (activities) =>
      activities.length > 0 && activities.every((one) => arrived.has(arrivalIn(one) ?? ''))
        ? activities.map(knownBefore)
        : null,
    remember(activities) {
      for (const id of activities.flatMap((one) => arrivalIn(one) ?? [])) arrived.add(id)
      for (const oldest of arrived) {
        if (arrived.size <= most) break
        arrived.delete(oldest)
      }
    },
  }
}

/** Our id of a message that arrived, when that is all that an activity tells. */
const arrivalIn = ({ content }: Activity): string | null =>
  content.type === 'status' && (content.status === 'delivered' || content.status === 'read') ? content.outbox : null

/** Nothing is made of it: what it tells is kept already, or gone. */
export const knownBefore = ({ id }: Activity): Accepted => ({
  id,
  seq: null,
  duplicate: true,
  conflict: false,
  replies: [],
  handedOff: false,
  retryAfter: null,
})
