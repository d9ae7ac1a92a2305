import type { Activity, ConversationReference } from '../activity.ts'
import type { AskOutput } from '../ask.ts'
import type { Message } from '../message.ts'
import type { Standing } from './desk.ts'

/** Conversations, as a way in knows them. */

type Lang = 'nl' | 'fr' | 'en'

export type Conversations = {
  /**
   * Stores the activities, each once, and takes their turns. Resolves when all of it is on disk; what is to be sent
   * goes out afterwards by itself. Rejects when nothing was stored: the platform must deliver again.
   */
  accept(reference: ConversationReference, activities: Activity[]): Promise<Accepted[]>
  /** The same behind a door: `visit` and `accept` in one go. When the door is shut nothing is stored. */
  enter(reference: ConversationReference, door: Door, activities: Activity[]): Promise<Accepted[] | Shut>
  /**
   * The assistant's own answer to what was said under an id, in full, for a page that shows more than the message. Null
   * when it gave none.
   */
  answerTo(reference: ConversationReference, id: string): Promise<AskOutput | null>
  /**
   * Whether the conversation was begun and is still open to who holds its key: not longer ago than `longestMs`, and not
   * left alone for `idleMs`. Counts as a sign of life. Null when not.
   */
  visit(reference: ConversationReference, rules: Rules): Promise<Visit | null>
  /** Messages after a `seq`, oldest first; -1 gives all. */
  history(reference: ConversationReference, page: { after: number; limit: number }): Promise<Message[]>
  /** False when there is no such message of ours. */
  feedback(
    reference: ConversationReference,
    given: { messageId: string; value: 1 | -1; comment: string | null },
  ): Promise<boolean>
  /** Asks for a person. Says honestly when nobody is there. */
  handoff(reference: ConversationReference): Promise<HandoffState>
  /** Everything that is kept of the conversation, for the one whose it is. */
  transcript(reference: ConversationReference): Promise<Transcript | null>
  /** Erases it everywhere. What stays are hashes that keep a late copy from being taken for new. */
  erase(reference: ConversationReference): Promise<void>
  /** Messages as they come, from after a `seq`, as server-sent events. */
  subscribe(reference: ConversationReference, after: number): Promise<Response>
  /** Somebody is typing: shown to a person at the desk, kept nowhere. */
  typing(reference: ConversationReference): Promise<void>
  /** Asks to be called back on a number, which goes to the desk alone; until when it is kept. Null when nobody can. */
  callBack(reference: ConversationReference, number: string): Promise<{ until: string } | null>
  /** A short code to say on the phone or at a counter, to go on there. Null when nobody can take it up. */
  carryOn(reference: ConversationReference): Promise<{ code: string; expiresAt: string } | null>
}

/** How long a key opens: in all, and when it is not used. */
export type Rules = { idleMs: number; longestMs: number }

/** `cities`: those of which a conversation may be entered here; null: of any. */
export type Door = Rules & { cities: readonly string[] | null }

/** `closed`: never begun, or not open any more. `elsewhere`: of another city. */
export type Shut = 'closed' | 'elsewhere'

/** `lastAt`: the sign of life before this one. Both ISO in UTC. `city` is where it was begun. */
export type Visit = { startedAt: string; lastAt: string; seq: number; city: string | null; lang: Lang | null }

/** What became of one activity. */
export type Accepted = {
  id: string
  /** Place of what the citizen said in the conversation; null when it is no message. */
  seq: number | null
  /** It was here before; `replies` are those of the first time. */
  duplicate: boolean
  /** The same id came before with other content: nothing was done. */
  conflict: boolean
  replies: Message[]
  /** A person at the desk has the conversation, so the assistant is silent. */
  handedOff: boolean
  /** Seconds to wait, when there were too many: nothing was stored. */
  retryAfter: number | null
}

export type HandoffState = Standing & {
  state: 'queued' | 'accepted' | 'nobody'
  /** What was said about it in the conversation. */
  messages: Message[]
}

export type Transcript = {
  city: string | null
  startedAt: string
  messages: Message[]
  feedback: { messageId: string; value: 1 | -1; comment: string | null; at: string }[]
}
