import * as z from 'zod'
import { once } from '../../src/core/once.ts'

/**
 * What we read of an activity of the Bot Framework; everything else is left where it is. What has another shape than
 * expected is taken for absent, so that a strange field never makes the whole unreadable.
 */

const longestId = 1024
const text = () => z.string().optional().catch(undefined)
/** What a program made out of nothing is no id. */
const isId = (value: string): boolean =>
  value.trim() !== '' && value.isWellFormed() && !/^(undefined|null|NaN|\[object .*)$/.test(value.trim())
const id = () => z.string().max(longestId).refine(isId).optional().catch(undefined)
const anything = () => z.record(z.string(), z.unknown()).optional().catch(undefined)
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item.nullable().catch(null))
    .catch([])
    .default([])
    .transform((items) => items.filter((one): one is NonNullable<typeof one> => one !== null))

const account = () =>
  z.object({ id: id(), role: text(), userRole: text(), tenantId: text() }).optional().catch(undefined)

const schema = once(() =>
  z.object({
    type: z.string().min(1),
    id: id(),
    timestamp: text(),
    channelId: text(),
    serviceUrl: text(),
    from: account(),
    recipient: account(),
    conversation: z.object({ id: id(), conversationType: text(), tenantId: text() }).optional().catch(undefined),
    text: text(),
    name: text(),
    action: text(),
    locale: text(),
    replyToId: id(),
    value: anything(),
    attachments: listOf(z.object({ contentType: z.string() })),
    entities: listOf(
      z.object({ type: z.string(), text: text(), mentioned: z.object({ id: z.string() }).optional().catch(undefined) }),
    ),
    membersAdded: listOf(z.object({ id: z.string() })),
    reactionsAdded: listOf(z.object({ type: z.string() })),
    reactionsRemoved: listOf(z.object({ type: z.string() })),
    channelData: z
      .object({
        tenant: z.object({ id: text() }).optional().catch(undefined),
        eventType: text(),
      })
      .optional()
      .catch(undefined),
  }),
)

export type Incoming = z.infer<ReturnType<typeof schema>>

/** A thread of a channel, or a chat of several: others read along. */
export const isShared = ({ conversation }: Incoming): boolean =>
  (conversation?.conversationType ?? 'personal') !== 'personal'

/** The activity in a body, or null when it is not one JSON object with a type. */
export function readActivity(bytes: Uint8Array): Incoming | null {
  try {
    const found = schema().safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return found.success ? found.data : null
  } catch {
    return null
  }
}
