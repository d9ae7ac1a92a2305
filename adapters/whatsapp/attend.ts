import type { Activity, ActivityContent } from '../../src/core/activity.ts'
import type { Adapter } from '../../src/core/ports.ts'
import { post } from './graph.ts'
import type { Parts } from './parts.ts'

/** What is answered, so that somebody waits for it. */
const answered = new Set<ActivityContent['type']>(['text', 'choice', 'location', 'media', 'welcome', 'unknown'])
/** What a person sent, and can be marked as read. */
const fromPerson = new Set<ActivityContent['type']>([...answered, 'reaction', 'stop'])

/** Milliseconds after which nobody is looking at the screen any more: no typing is shown (contract §5). */
const waiting = 15 * 60_000

/** More at once, and a message stays unmarked: answers go before courtesies. The next mark counts for it too (contract §5). */
const mostAtOnce = 16

/**
 * Marks a message as read and shows typing. Whether it worked does not matter: the answer goes out by itself. When that
 * is on its way no typing is shown: it could come after the answer, and then goes on for 25 seconds.
 */
export function attendWith(parts: Parts): NonNullable<Adapter['attend']> {
  const { config, clock } = parts
  let underWay = 0
  return async ({ address: { number = '' } }, activity, answered) => {
    if (!config.accessToken || !Object.hasOwn(config.numbers, number) || !fromPerson.has(activity.content.type)) return
    if (underWay >= mostAtOnce) return
    const typing = !answered && isWaiting(activity, clock()) ? { typing_indicator: { type: 'text' } } : {}
    underWay++
    try {
      const body = { messaging_product: 'whatsapp', status: 'read', message_id: activity.id, ...typing }
      const response = await post(parts, number, body)
      // Read to its end: over a connection of which an answer is dropped nothing goes any more, and each mark made a new one.
      await response.arrayBuffer()
    } catch {
      // Best effort.
    } finally {
      underWay--
    }
  }
}

const isWaiting = ({ at, content }: Activity, now: string): boolean =>
  answered.has(content.type) && Date.parse(now) - Date.parse(at) < waiting
