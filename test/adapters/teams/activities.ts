import { appId, serviceUrl, tenantId } from './signer.ts'

/** Activities as Teams sends them: the shapes are real, everybody and everything in them is invented. */

export type Json = Record<string, unknown>

const bot = { id: `28:${appId}`, name: 'Stadsassistent' }

const common = (more: Json): Json => ({
  channelId: 'msteams',
  serviceUrl,
  timestamp: '2026-11-20T13:04:58.123Z',
  from: { id: '29:1aTestUserOpaque', name: 'Lotte Janssen', aadObjectId: '0b0b0000-0000-4000-8000-000000000001' },
  conversation: { conversationType: 'personal', tenantId, id: 'a:1TestOpaqueConversation' },
  recipient: bot,
  locale: 'nl-BE',
  entities: [{ type: 'clientInfo', locale: 'nl-BE', country: 'BE', platform: 'Windows', timezone: 'Europe/Brussels' }],
  channelData: { tenant: { id: tenantId } },
  ...more,
})

export const message = (text: string, more: Json = {}): Json =>
  common({
    type: 'message',
    id: '1795250000123',
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
    ...more,
  })

export const mention = { type: 'mention', text: '<at>Stadsassistent</at>', mentioned: bot }

/** In a thread of a channel, where it is called by name. */
export const inChannel = (text: string, more: Json = {}): Json =>
  message(`<at>Stadsassistent</at> ${text}&nbsp;`, {
    conversation: {
      conversationType: 'channel',
      isGroup: true,
      tenantId,
      id: '19:abc@thread.tacv2;messageid=1795250000123',
    },
    entities: [mention],
    ...more,
  })

export const event = (type: string, more: Json = {}): Json => common({ type, id: `f:${type}`, ...more })

export const invoke = (name: string, value: unknown, more: Json = {}): Json =>
  common({ type: 'invoke', id: `f:${name}`, name, value, ...more })

export const pick = (choice: string | undefined, more: Json = {}): Json =>
  invoke(
    'adaptiveCard/action',
    {
      action: { type: 'Action.Execute', verb: 'choose', data: choice === undefined ? {} : { choice } },
      trigger: 'manual',
    },
    { replyToId: '1795250009999', ...more },
  )

export const search = (query: string | null, more: Json = {}): Json =>
  invoke(
    'composeExtension/query',
    {
      commandId: 'search',
      parameters: [query === null ? { name: 'initialRun', value: 'true' } : { name: 'query', value: query }],
      queryOptions: { skip: 0, count: 25 },
    },
    more,
  )

export const thumb = (reaction: string, feedback: string, more: Json = {}): Json =>
  invoke(
    'message/submitAction',
    { actionName: 'feedback', actionValue: { reaction, feedback } },
    { replyToId: '1795250009999', ...more },
  )
