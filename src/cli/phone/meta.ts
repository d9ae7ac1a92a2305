import { createHmac } from 'node:crypto'

/** What Meta wraps around everything that it posts, and how it signs that: for the phone, and for tests of the same door. */

export const webhookPath = '/webhooks/whatsapp'

/** A number of ours: Meta's id of it, and its digits as people see them. */
export type BusinessNumber = { id: string; shown: string }

/** One change of one entry, as text. `value`: what stands beside who it is of. */
export const envelope = (
  { id, shown }: BusinessNumber,
  value: Record<string, unknown>,
  field: string = 'messages',
): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '881200345600001',
        changes: [
          {
            field,
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: shown, phone_number_id: id },
              ...value,
            },
          },
        ],
      },
    ],
  })

/** The signature of a body, as it stands in `x-hub-signature-256`. */
export const signatureOf = (body: string | Uint8Array, appSecret: string): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`

/** Headers of a post. */
export const signed = (body: string | Uint8Array, appSecret: string): Record<string, string> => ({
  'content-type': 'application/json',
  'x-hub-signature-256': signatureOf(body, appSecret),
})
