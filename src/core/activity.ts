/** What comes in from a way in, in the words of the Bot Framework, stripped to what the assistant needs. */

/**
 * Where a conversation is held and where its replies go. `address` is the adapter's own and nobody else reads it; it
 * may hold a phone number, so it stays inside the conversation and is erased with it.
 */
export type ConversationReference = {
  adapter: string
  /** Whose conversation it is, unique within the adapter and never empty. It becomes an HMAC before it names anything. */
  key: string
  city: string | null
  /** What the platform says of the language, if it is one we write. */
  lang: 'nl' | 'fr' | 'en' | null
  /** `staff`: a colleague whom the platform vouches for. */
  audience: 'citizen' | 'staff'
  /** Others read along: nothing that is only this person's may be shown. */
  shared?: true
  address: Readonly<Record<string, string>>
}

/** One thing that happened on the far side. */
export type Activity = {
  /** The platform's own id, unique within its conversation and never empty. The same id again is the same activity. */
  id: string
  /** When it was sent, ISO in UTC; what is days late is treated as such. */
  at: string
  content: ActivityContent
}

export type ActivityContent =
  | { type: 'text'; text: string }
  /**
   * A button, list row or card action. `of` is the message it stood under, when the platform tells. `here`: its answer
   * goes back in the response to the request that brought it, so nothing is sent.
   */
  | { type: 'choice'; choice: string; of: string | null; here?: true }
  /** A place on the map. Coordinates are not kept: `name` is what the sender's phone calls it. */
  | { type: 'location'; name: string | null }
  | { type: 'media'; media: 'image' | 'audio' | 'video' | 'document' | 'sticker' | 'contact'; caption: string | null }
  | { type: 'reaction'; of: string; emoji: string | null }
  /** What became of a message of ours. `outbox` is our own id, echoed by the platform when it can. */
  | { type: 'status'; of: string; outbox: string | null; status: DeliveryStatus; code: string | null }
  | { type: 'feedback'; of: string; value: 1 | -1; comment: string | null }
  /** Somebody opened the conversation, on a page about a service; the assistant says who it is, once. */
  | { type: 'welcome'; topic?: string }
  /**
   * The same person under another key, told by the platform in a signed message. It comes under the old key, with the
   * address that is valid from now on.
   */
  | { type: 'moved'; to: string }
  | { type: 'stop' }
  /** Asks in words to be called back. The number went another way: `text` is without it. */
  | { type: 'call-back'; text: string }
  /** Stored and left in peace: typing, edits, read receipts. */
  | { type: 'quiet'; kind: string }
  /** Something that we do not know: stored, and answered once with what we can do. */
  | { type: 'unknown'; kind: string }

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'failed'

/** An activity and whose it is. */
export type Envelope = { reference: ConversationReference; activity: Activity }
