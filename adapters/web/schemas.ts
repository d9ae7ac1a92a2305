import * as z from 'zod'
import { askInput, channel, source } from '../../src/core/ask.ts'
import { outcomes } from '../../src/core/outcome.ts'
import { callableNumber } from '../../src/core/phone-number.ts'
import { unknownKinds } from '../../src/core/unknown-kinds.ts'

/** What travels between a page and us. Unknown fields are left aside. */

const lang = z.enum(['nl', 'fr', 'en'])
const shortId = z.string().min(1).max(200)

/** `topic`: the service that the page is about on which somebody writes. */
export const sessionBody = z.object({
  city: z.string().max(60),
  locale: lang.nullish(),
  topic: z.string().max(200).nullish().catch(null),
})

/** Made by the client, so that the same message sent twice is one. What a slip in a client makes of nothing is no id. */
const clientMsgId = z
  .string()
  .max(100)
  .regex(/^(?=.*[A-Za-z0-9])(?!\W*(?:undefined|null|NaN|\[object.*)\W*$)[\x21-\x7e]+$/)

export const messageBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), clientMsgId, text: askInput.shape.text }),
  z.object({ type: z.literal('choice'), clientMsgId, messageId: z.string().max(40).nullish(), choiceId: shortId }),
])
export type MessageBody = z.infer<typeof messageBody>

export const suggestBody = z.object({ text: z.string().max(2000) })
export const feedbackBody = z.object({
  messageId: z.string().regex(/^m_\d{1,9}$/),
  value: z.union([z.literal(1), z.literal(-1)]),
  comment: z.string().max(2000).nullish(),
})
export const emptyBody = z.object({})
/** A number that can be called: digits, and what people write between them. */
export const callBackBody = z.object({
  number: z
    .string()
    .max(40)
    .refine((text) => callableNumber(text) !== null),
})
export const callBackAnswer = z.lazy(() => z.object({ until: text }))
export const handoffBody = z.object({ reason: z.string().max(100).nullish() })

/** Answers are described only when something asks for their form: the interface description, and tests. */
const item = z.object({ id: z.string(), v: z.string() })
const text = z.string()
const date = z.string().nullable()

const block = z.lazy(() =>
  z.discriminatedUnion('t', [
    z.object({ t: z.literal('text'), v: text }),
    z.object({ t: z.literal('notice'), v: text }),
    z.object({ t: z.literal('link'), href: text, v: text }),
    z.object({ t: z.literal('service'), id: text, v: text }),
    z.object({ t: z.literal('channels'), items: z.array(channel) }),
    z.object({ t: z.literal('fact'), kind: text, v: text, source: text, statedOn: date, checkedOn: date }),
    z.object({ t: z.literal('unknown'), kinds: z.array(z.enum(unknownKinds)) }),
    z.object({
      t: z.literal('steps'),
      items: z.array(z.object({ order: z.int(), service: z.string().nullable(), v: text, text })),
    }),
    z.object({ t: z.literal('choices'), items: z.array(item) }),
    z.object({ t: z.literal('sources'), items: z.array(source) }),
  ]),
)

const message = z.lazy(() =>
  z.object({
    seq: z.int(),
    id: text,
    from: z.enum(['citizen', 'bot', 'desk', 'system']),
    at: text,
    lang,
    outcome: z.enum(outcomes).nullable(),
    text,
    blocks: z.array(block),
    choices: z.array(z.object({ id: text, label: text })),
    sources: z.array(source),
  }),
)

const messages = z.lazy(() => z.array(message))

export const sessionAnswer = z.lazy(() =>
  z.object({
    token: text,
    conversation: text,
    expiresAt: text,
    seq: z.int(),
    notice: z.object({ automated: z.literal(true), retentionDays: z.int() }),
    messages,
  }),
)
export const messageAnswer = z.lazy(() => z.object({ seq: z.int().nullable(), duplicate: z.boolean(), messages }))
export const historyAnswer = z.lazy(() => z.object({ seq: z.int(), messages }))
export const suggestAnswer = z.lazy(() => z.object({ suggestions: z.array(z.object({ label: text, text })).max(5) }))
export const carryOnAnswer = z.lazy(() => z.object({ code: text, expiresAt: text }))
export const handoffAnswer = z.lazy(() =>
  z.object({
    state: z.enum(['queued', 'accepted', 'nobody']),
    openNow: z.boolean(),
    nextOpening: z.string().nullable(),
    place: z.int().nullable(),
    waitMinutes: z.int().nullable(),
    callBack: z.boolean(),
    messages,
  }),
)
export const transcriptAnswer = z.lazy(() =>
  z.object({
    city: z.string().nullable(),
    startedAt: text,
    messages,
    feedback: z.array(
      z.object({
        messageId: text,
        value: z.union([z.literal(1), z.literal(-1)]),
        comment: z.string().nullable(),
        at: text,
      }),
    ),
  }),
)
