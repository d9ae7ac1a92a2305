import * as z from 'zod'

/** What the platform takes, strictly: a message beyond its limits is refused here as it would be there. */

const some = (most: number) => z.string().min(1).max(most).regex(/\S/)

const differing = <T>(key: (one: T) => string) =>
  [(items: T[]) => new Set(items.map(key)).size === items.length, { error: 'they must all be different' }] as const

const button = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: some(256), title: some(20) }),
})

const row = z.strictObject({ id: some(200), title: some(24), description: some(72).optional() })

const body = z.strictObject({ text: some(1024) })

const buttons = z.strictObject({
  type: z.literal('button'),
  body,
  action: z.strictObject({
    buttons: z
      .array(button)
      .min(1)
      .max(3)
      .refine(...differing<z.infer<typeof button>>(({ reply }) => reply.id))
      .refine(...differing<z.infer<typeof button>>(({ reply }) => reply.title)),
  }),
})

const list = z.strictObject({
  type: z.literal('list'),
  body,
  action: z.strictObject({
    button: some(20),
    sections: z
      .array(
        z.strictObject({
          rows: z
            .array(row)
            .min(1)
            .max(10)
            .refine(...differing<z.infer<typeof row>>(({ id }) => id)),
        }),
      )
      .length(1),
  }),
})

const common = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  to: z
    .string()
    .regex(/^\d{5,20}$/)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.[A-Za-z0-9.]{1,140}$/)
    .optional(),
  biz_opaque_callback_data: z
    .string()
    .refine((text) => Buffer.byteLength(text) <= 512, 'at most 512 bytes')
    .optional(),
}

const message = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...common,
      type: z.literal('text'),
      text: z.strictObject({ preview_url: z.boolean().optional(), body: some(4096) }),
    }),
    z.strictObject({
      ...common,
      type: z.literal('interactive'),
      interactive: z.discriminatedUnion('type', [buttons, list]),
    }),
  ])
  .refine(({ to, recipient }) => to !== undefined || recipient !== undefined, 'to or recipient is needed')

/** A message for somebody. */
export type Outbound = z.infer<typeof message>

const readMark = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: some(512),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
})

export const outbound = z.union([readMark, message])
