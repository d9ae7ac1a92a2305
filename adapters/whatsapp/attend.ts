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

/** Marks a message as read and shows typing. Whether it worked does not matter: the answer goes out by itself. */
export function attendWith(parts: Parts): NonNullable<Adapter['attend']> {
  const { config, clock } = parts
  return async ({ address: { number = '' } }, activity) => {
    if (!config.accessToken || !Object.hasOwn(config.numbers, number) || !fromPerson.has(activity.content.type)) return
    const typing = isWaiting(activity, clock()) ? { typing_indicator: { type: 'text' } } : {}
    try {
      const body = { messaging_product: 'whatsapp', status: 'read', message_id: activity.id, ...typing }
      const response = await post(parts, number, body)
      await response.body?.cancel()
    } catch {
      // Best effort.
    }
  }
}

const isWaiting = ({ at, content }: Activity, now: string): boolean =>
  answered.has(content.type) && Date.parse(now) - Date.parse(at) < waiting
