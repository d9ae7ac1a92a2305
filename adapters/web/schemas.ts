import * as z from 'zod'
import { askInput, channel, source } from '../../src/core/ask.ts'
import { once } from '../../src/core/once.ts'
import { outcomes } from '../../src/core/outcome.ts'
import { callableNumber } from '../../src/core/phone-number.ts'
import { unknownKinds } from '../../src/core/unknown-kinds.ts'

/** What travels between a page and us. Unknown fields are left aside. */

const lang = once(() => z.enum(['nl', 'fr', 'en']))
const shortId = once(() => z.string().min(1).max(200))

/** `topic`: the service that the page is about on which somebody writes. */
export const sessionBody = once(() =>
  z.object({
    city: z.string().max(60),
    locale: lang().nullish(),
    topic: z.string().max(200).nullish().catch(null),
  }),
)

/** Made by the client, so that the same message sent twice is one. What a slip in a client makes of nothing is no id. */
const clientMsgId = once(() =>
  z
    .string()
    .max(100)
    .regex(/^(?=.*[A-Za-z0-9])(?!\W*(?:undefined|null|NaN|\[object.*)\W*$)[\x21-\x7e]+$/),
)

export const messageBody = once(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), clientMsgId: clientMsgId(), text: askInput().shape.text }),
    z.object({
      type: z.literal('choice'),
      clientMsgId: clientMsgId(),
      messageId: z.string().max(40).nullish(),
      choiceId: shortId(),
    }),
  ]),
)
export type MessageBody = z.infer<ReturnType<typeof messageBody>>

export const suggestBody = once(() => z.object({ text: z.string().max(2000) }))
export const feedbackBody = once(() =>
  z.object({
    messageId: z.string().regex(/^m_\d{1,9}$/),
    value: z.union([z.literal(1), z.literal(-1)]),
    comment: z.string().max(2000).nullish(),
  }),
)
export const emptyBody = once(() => z.object({}))
/** A number that can be called: digits, and what people write between them. */
export const callBackBody = once(() =>
  z.object({
    number: z
      .string()
      .max(40)
      .refine((text) => callableNumber(text) !== null),
  }),
)
export const callBackAnswer = once(() => z.object({ until: text() }))
export const handoffBody = once(() => z.object({ reason: z.string().max(100).nullish() }))

/** Answers are described only when something asks for their form: the interface description, and tests. */
const item = once(() => z.object({ id: z.string(), v: z.string() }))
const text = once(() => z.string())
const date = once(() => z.string().nullable())

const block = once(() =>
  z.discriminatedUnion('t', [
    z.object({ t: z.literal('text'), v: text() }),
    z.object({ t: z.literal('notice'), v: text() }),
    z.object({ t: z.literal('link'), href: text(), v: text() }),
    z.object({ t: z.literal('service'), id: text(), v: text() }),
    z.object({ t: z.literal('channels'), items: z.array(channel()) }),
    z.object({ t: z.literal('fact'), kind: text(), v: text(), source: text(), statedOn: date(), checkedOn: date() }),
    z.object({ t: z.literal('unknown'), kinds: z.array(z.enum(unknownKinds)) }),
    z.object({
      t: z.literal('steps'),
      items: z.array(z.object({ order: z.int(), service: z.string().nullable(), v: text(), text: text() })),
    }),
    z.object({ t: z.literal('choices'), items: z.array(item()) }),
    z.object({ t: z.literal('sources'), items: z.array(source()) }),
  ]),
)

const message = once(() =>
  z.object({
    seq: z.int(),
    id: text(),
    from: z.enum(['citizen', 'bot', 'desk', 'system']),
    at: text(),
    lang: lang(),
    outcome: z.enum(outcomes).nullable(),
    text: text(),
    blocks: z.array(block()),
    choices: z.array(z.object({ id: text(), label: text() })),
    sources: z.array(source()),
  }),
)

const messages = once(() => z.array(message()))

export const sessionAnswer = once(() =>
  z.object({
    token: text(),
    conversation: text(),
    expiresAt: text(),
    seq: z.int(),
    notice: z.object({ automated: z.literal(true), retentionDays: z.int() }),
    messages: messages(),
  }),
)
export const messageAnswer = once(() =>
  z.object({ seq: z.int().nullable(), duplicate: z.boolean(), messages: messages() }),
)
export const historyAnswer = once(() => z.object({ seq: z.int(), messages: messages() }))
export const suggestAnswer = once(() =>
  z.object({ suggestions: z.array(z.object({ label: text(), text: text() })).max(5) }),
)
export const carryOnAnswer = once(() => z.object({ code: text(), expiresAt: text() }))
export const handoffAnswer = once(() =>
  z.object({
    state: z.enum(['queued', 'accepted', 'nobody']),
    openNow: z.boolean(),
    nextOpening: z.string().nullable(),
    place: z.int().nullable(),
    waitMinutes: z.int().nullable(),
    callBack: z.boolean(),
    messages: messages(),
  }),
)
export const transcriptAnswer = once(() =>
  z.object({
    city: z.string().nullable(),
    startedAt: text(),
    messages: messages(),
    feedback: z.array(
      z.object({
        messageId: text(),
        value: z.union([z.literal(1), z.literal(-1)]),
        comment: z.string().nullable(),
        at: text(),
      }),
    ),
  }),
)
