import { envelope, signed, webhookPath } from './meta.ts'
import type { Outbound } from './outbound.ts'
import { ours, secrets } from './settings.ts'

/** Meta's side of the webhook: what it posts to the Worker, signed. */

export const messagesHook = (contact: unknown, messages: unknown[]): string =>
  envelope(ours, { contacts: [contact], messages })

/** What became of a message of the Worker's, with what it gave along. */
export function statusHook(message: Outbound, wamid: string, status: 'sent' | 'delivered' | 'read'): string {
  const { to, recipient, biz_opaque_callback_data } = message
  return envelope(ours, {
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
  const headers = signed(body, secrets.appSecret)
  try {
    const response = await fetch(`${worker}${webhookPath}`, { method: 'POST', headers, body })
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
    const response = await fetch(`${worker}${webhookPath}?${asked}`)
    return (await response.text()) === challenge && response.ok ? true : 'refused'
  } catch {
    return 'absent'
  }
}
