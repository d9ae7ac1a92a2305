import { createHmac } from 'node:crypto'
import type { Outbound } from './outbound.ts'
import { ours, secrets } from './settings.ts'

/** Meta's side of the webhook: what it posts to the Worker, signed. */

const path = '/webhooks/whatsapp'

const wrapped = (value: Record<string, unknown>): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '881200345600001',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: ours.shown, phone_number_id: ours.id },
              ...value,
            },
          },
        ],
      },
    ],
  })

export const messagesHook = (contact: unknown, messages: unknown[]): string =>
  wrapped({ contacts: [contact], messages })

/** What became of a message of the Worker's, with what it gave along. */
export function statusHook(message: Outbound, wamid: string, status: 'sent' | 'delivered' | 'read'): string {
  const { to, recipient, biz_opaque_callback_data } = message
  return wrapped({
    statuses: [
      {
        id: wamid,
        status,
        timestamp: String(Math.floor(Date.now() / 1000)),
        ...(to ? { recipient_id: to } : {}),
        ...(recipient ? { recipient_user_id: recipient } : {}),
        ...(biz_opaque_callback_data ? { biz_opaque_callback_data } : {}),
      },
    ],
  })
}

/** Posts a body, signed with the app's secret, and gives back the HTTP status; null when nobody answered. */
export async function post(worker: string, body: string): Promise<number | null> {
  const signature = createHmac('sha256', secrets.appSecret).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` }
  try {
    const response = await fetch(`${worker}${path}`, { method: 'POST', headers, body })
    await response.body?.cancel()
    return response.status
  } catch {
    return null
  }
}

/** Asks the Worker whether it is ours, as the platform does once: true, or what stands in the way. */
export async function shakeHands(worker: string): Promise<true | 'absent' | 'refused'> {
  const challenge = String(Date.now())
  const asked = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': secrets.verifyToken,
    'hub.challenge': challenge,
  })
  try {
    const response = await fetch(`${worker}${path}?${asked}`)
    return (await response.text()) === challenge && response.ok ? true : 'refused'
  } catch {
    return 'absent'
  }
}
