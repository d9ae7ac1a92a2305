import * as z from 'zod'
import { once } from '../../src/core/once.ts'
import type { Incoming } from './activity.ts'

/** What comes with the invokes that we answer. A client made it, so it is read as strictly as anything from outside. */

const cardAction = once(() =>
  z.object({
    action: z.object({
      type: z.literal('Action.Execute'),
      verb: z.string().max(60),
      data: z.record(z.string(), z.unknown()).catch({}).default({}),
    }),
  }),
)
const parameter = once(() => z.object({ name: z.string().max(60), value: z.unknown() }))
const query = once(() =>
  z.object({
    commandId: z.string().max(60),
    parameters: z.array(parameter()).max(10).default([]),
    queryOptions: z
      .object({ skip: z.number().int().min(0).catch(0).default(0), count: z.number().int().min(1).catch(8).default(8) })
      .catch({ skip: 0, count: 8 })
      .default({ skip: 0, count: 8 }),
  }),
)
const submitted = once(() =>
  z.object({
    actionName: z.string().max(60),
    actionValue: z.object({
      reaction: z.enum(['like', 'dislike']),
      feedback: z.string().max(10_000).catch('').default(''),
    }),
  }),
)

const values: Record<string, () => z.ZodType<Record<string, unknown>>> = {
  'adaptiveCard/action': cardAction,
  'composeExtension/query': query,
  'message/submitAction': submitted,
}

/** The activity with what came with it checked; null when that is not what its name promises. */
export function checkedInvoke(incoming: Incoming): Incoming | null {
  const schema = Object.hasOwn(values, incoming.name ?? '') ? values[incoming.name ?? ''] : undefined
  if (!schema) return { ...incoming, value: incoming.value ?? {} }
  const found = schema().safeParse(incoming.value)
  return found.success ? { ...incoming, value: found.data } : null
}

/** Which of the offered choices was picked, in a card action or a submitted card. */
const choice = once(() => z.object({ choice: z.string().min(1).max(200) }))

export const choiceIn = (data: unknown): string | null => choice().safeParse(data).data?.choice ?? null

const words = once(() => z.object({ feedbackText: z.string() }))
const longestComment = 2000

/** What somebody wrote with a thumb: a string that normally holds JSON, and may hold anything. */
export function commentIn(feedback: string): string | null {
  try {
    const { feedbackText } = words().parse(JSON.parse(feedback))
    return feedbackText.trim().slice(0, longestComment) || null
  } catch {
    return null
  }
}
