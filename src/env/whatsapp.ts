import type { WhatsappConfig } from '../core/config.ts'
import { address, list, secret, type Variable } from './variable.ts'

const numbers = () =>
  list().transform((pairs, context) => {
    const found = pairs.map((pair) => /^(\d{5,20})=([a-z][a-z0-9-]*)$/.exec(pair))
    if (found.includes(null)) context.addIssue('write pairs of phone_number_id=city')
    return Object.fromEntries(found.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? '']] : [])))
  })

export const whatsapp = {
  WHATSAPP_APP_SECRET: { use: 'the key that signs what Meta sends us', example: '0a1b2c…', schema: secret },
  WHATSAPP_APP_SECRET_PREVIOUS: {
    use: 'the former key, accepted while it is replaced',
    example: '9f8e7d…',
    schema: secret,
  },
  WHATSAPP_VERIFY_TOKEN: { use: 'our word in the handshake', example: 'a long random word', schema: secret },
  WHATSAPP_ACCESS_TOKEN: { use: 'the token to send with', example: 'EAAG…', schema: secret },
  WHATSAPP_NUMBERS: {
    use: 'phone_number_id=city pairs, comma-separated',
    example: '770011223344556=gemeente',
    schema: numbers,
  },
  WHATSAPP_GRAPH_URL: {
    use: 'the base for sending, with version',
    example: 'https://graph.facebook.com/v26.0',
    schema: address,
  },
} as const satisfies Record<string, Variable>

const graph = 'https://graph.facebook.com/v26.0'

type Values = {
  WHATSAPP_APP_SECRET?: string | undefined
  WHATSAPP_APP_SECRET_PREVIOUS?: string | undefined
  WHATSAPP_VERIFY_TOKEN?: string | undefined
  WHATSAPP_ACCESS_TOKEN?: string | undefined
  WHATSAPP_NUMBERS?: Record<string, string> | undefined
  WHATSAPP_GRAPH_URL?: string | undefined
}

/** The previous secret alone opens nothing: it only stands beside the present one. */
export const whatsappConfig = (values: Values): WhatsappConfig => ({
  appSecrets: values.WHATSAPP_APP_SECRET
    ? [values.WHATSAPP_APP_SECRET, values.WHATSAPP_APP_SECRET_PREVIOUS ?? []].flat()
    : [],
  verifyToken: values.WHATSAPP_VERIFY_TOKEN ?? null,
  accessToken: values.WHATSAPP_ACCESS_TOKEN ?? null,
  numbers: values.WHATSAPP_NUMBERS ?? {},
  graphUrl: values.WHATSAPP_GRAPH_URL ?? graph,
})
