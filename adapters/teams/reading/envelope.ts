import type { ActivityContent, ConversationReference, Envelope } from '../../../src/core/activity.ts'
import { toHex } from '../../../src/core/hex.ts'
import { type Incoming, isShared } from '../activity.ts'
import { nowOf, type TeamsParts } from '../parts.ts'
import { allowedBase } from '../service-url.ts'
import { languageOf } from './language.ts'

/** Whose an activity is, where its answer goes, and how it is told from every other. */

const adapterName = 'teams'

type Whole = { incoming: Incoming; content: ActivityContent; audience: ConversationReference['audience'] }

/** Null when it has no id or no conversation: then nobody could tell it from another. */
export async function envelopeOf({ incoming, content, audience }: Whole, parts: TeamsParts): Promise<Envelope | null> {
  const { id, conversation, recipient, type } = incoming
  const serviceUrl = allowedBase(incoming.serviceUrl, parts.config.serviceHosts)
  if (!id || !conversation?.id || !recipient?.id || !serviceUrl) return null
  const person = personIn(incoming, content)
  if (person === null) return null
  return {
    reference: {
      adapter: adapterName,
      key: keyOf(conversation.id, await pseudonym(person, parts)),
      city: parts.config.city,
      // Of the client, not of the message: it only serves where there are no words to tell by.
      lang: hasWords(content) ? null : languageOf(incoming.locale),
      audience,
      ...(isShared(incoming) ? { shared: true } : {}),
      // No name and no id of a person: the conversation alone says where an answer goes.
      address: { conversationId: conversation.id, serviceUrl, replyTo: type === 'message' ? id : '' },
    },
    activity: { id: idOf(incoming, id), at: momentOf(incoming.timestamp, nowOf(parts)), content },
  }
}

/** Who somebody is to us: a hash of the id that Teams gives them for this bot, as that id itself is kept nowhere. */
async function pseudonym(person: string, { config }: TeamsParts): Promise<string> {
  if (person === '') return ''
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const secret = bytes(`${config.registration?.tenantId} ${config.registration?.appId}`)
  const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign'])
  return toHex(await crypto.subtle.sign('HMAC', key, bytes(person)))
}

/** Each part with its length before it, so that no two pairs can look alike. */
const keyOf = (conversation: string, person: string): string =>
  [conversation, person].map((part) => `${part.length}:${part}`).join('')

/**
 * In a thread of several people each has a conversation of their own; what concerns the thread as a whole, such as that
 * we were added, belongs to nobody. Null when somebody did something and nobody says who.
 */
function personIn(incoming: Incoming, { type }: ActivityContent): string | null {
  const { from, membersAdded, recipient } = incoming
  if (type === 'welcome' && isShared(incoming)) return ''
  const only = membersAdded.find(({ id }) => id !== recipient?.id)?.id
  return from?.id ?? (type === 'welcome' ? (only ?? '') : null)
}

/** An edit bears the id of the message it edits, and there may be several. */
const idOf = ({ type, timestamp }: Incoming, id: string): string =>
  type === 'messageUpdate' || type === 'messageDelete' ? `${type} ${id} ${timestamp ?? ''}` : id

function momentOf(timestamp: string | undefined, now: number): string {
  const at = Date.parse(timestamp ?? '')
  return new Date(Number.isNaN(at) ? now : at).toISOString()
}

const hasWords = ({ type }: ActivityContent): boolean => type === 'text' || type === 'choice'
