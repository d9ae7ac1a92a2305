import * as z from 'zod'
import { askInput } from '../../src/core/ask.ts'

/** Bodies that the web sends us. */

export const sessionBody = z.object({
  city: z.string().max(60),
  locale: z.enum(['nl', 'fr', 'en']).nullish(),
})

const clientMsgId = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\x21-\x7e]+$/)

export const messageBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), clientMsgId, text: askInput.shape.text }),
  z.object({
    type: z.literal('choice'),
    clientMsgId,
    messageId: z.string().max(40).nullish(),
    choiceId: z.string().min(1).max(200),
  }),
])
export type MessageBody = z.infer<typeof messageBody>
