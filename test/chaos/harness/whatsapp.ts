import * as meta from '../../../src/cli/phone/meta.ts'
import type { Taken } from './far-side.ts'
import { call, pause } from './http.ts'

/** What Meta would push, signed, and as stubborn as Meta: what is not answered with 200 comes again. */

const number = { id: '770011223344556', shown: '3292000000' }
const secret = 'app-secret-of-a-test'

export const variables = (graph: string): Record<string, string> => ({
  WHATSAPP_APP_SECRET: secret,
  WHATSAPP_VERIFY_TOKEN: 'verify-token-of-a-test',
  WHATSAPP_ACCESS_TOKEN: 'access-token-of-a-test',
  WHATSAPP_NUMBERS: `${number.id}=gent`,
  WHATSAPP_GRAPH_URL: graph,
  CONVERSATION_PEPPER: 'pepper-of-a-test',
})

export type Said = { id: string; from: string; text: string; at?: number }

export const messagesHook = (said: Said[]): string =>
  meta.envelope(number, {
    messages: said.map(({ id, from, text, at = Date.now() }) => ({
      from,
      id,
      timestamp: String(Math.floor(at / 1000)),
      type: 'text',
      text: { body: text },
    })),
  })

export const statusHook = ({ id, to, callback }: Taken, status: string): string =>
  meta.envelope(number, {
    statuses: [
      {
        id,
        status,
        timestamp: '1795250000',
        recipient_id: to,
        ...(callback ? { biz_opaque_callback_data: callback } : {}),
      },
    ],
  })

export const signed = (body: string | Buffer): Record<string, string> => meta.signed(body, secret)

/** Posts once; null when nobody answered. */
export const post = async (worker: string, body: string, headers = signed(body)): Promise<number | null> =>
  call('POST', `${worker}${meta.webhookPath}`, headers, body).then(
    ({ status }) => status,
    () => null,
  )

const patience = [50, 100, 200, 400, 800]

/** Delivers until it is answered with 200. Gives back the tries it took. */
export async function deliver(worker: string, body: string): Promise<number> {
  const headers = signed(body)
  for (let tries = 1; ; tries++) {
    if ((await post(worker, body, headers)) === 200) return tries
    await pause(patience[Math.min(tries, patience.length) - 1] ?? 800)
  }
}
