import type { Activity, ConversationReference, Envelope } from './activity.ts'
import type { AskInput, AskOutput } from './ask.ts'
import type { Memory } from './memory.ts'
import type { Message } from './message.ts'

/** What the rooms are given of each other. An adapter knows these and nothing more of the house. */

type Lang = 'nl' | 'fr' | 'en'

export type Assistant = {
  /** Answers one question. Pure: the same input gives the same output. */
  ask(input: AskInput): AskOutput
  /** One turn of a conversation. Pure: what came before is given, and given back with this turn in it. */
  talk(input: TalkInput, memory: Memory | null): { output: AskOutput; memory: Memory }
  /** The answer for a page or choice that was picked: a service, a referral, `organisation:<id>`, or the id of a choice. */
  show(target: string, options: { lang: Lang; city: string | null }): AskOutput
  /** At most five questions that begin like what is being typed. */
  suggest(text: string, city: string, lang: Lang): { label: string; text: string }[]
  /** A fixed sentence of ours, from `knowledge/common/messages/`, with its values filled in. */
  say(name: string, lang: Lang, city: string | null, values?: Record<string, string>): string
}

/** What a person does in a turn: words, or a choice that was offered. */
export type TalkInput = {
  said: { text: string } | { choice: string }
  /** Where the conversation is held; what memory holds is newer. */
  city: string | null
  lang: Lang | null
  /** The moment of the turn, ISO with offset. */
  at: string
}

export type Conversations = {
  /**
   * Stores the activities, each once, and takes their turns. Resolves when all of it is on disk; what is to be sent
   * goes out afterwards by itself. Rejects when nothing was stored: the platform must deliver again.
   */
  accept(reference: ConversationReference, activities: Activity[]): Promise<Accepted[]>
  history(reference: ConversationReference, page: { after: number; limit: number }): Promise<Message[]>
  feedback(
    reference: ConversationReference,
    given: { messageId: string; value: 1 | -1; comment: string | null },
  ): Promise<void>
  /** Asks for a person. Says honestly when nobody is there. */
  handoff(reference: ConversationReference): Promise<HandoffState>
  /** Everything that is kept of the conversation, for the one whose it is. */
  transcript(reference: ConversationReference): Promise<Transcript>
  /** Erases it everywhere. What stays are hashes that keep a late copy from being taken for new. */
  erase(reference: ConversationReference): Promise<void>
  /** Messages as they come, from after a `seq`, as server-sent events. */
  subscribe(reference: ConversationReference, after: number): Promise<Response>
}

/** What became of one activity. */
export type Accepted = {
  id: string
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

export type HandoffState = {
  state: 'queued' | 'accepted' | 'nobody'
  openNow: boolean
  /** ISO with offset; null when it is not known. */
  nextOpening: string | null
}

export type Transcript = { city: string | null; startedAt: string; messages: Message[] }

/** What a platform can show; whoever renders may not drop anything else. */
export type Capabilities = {
  /** `push`: we send; `pull`: the far side fetches, and nothing is sent. */
  delivery: 'push' | 'pull'
  /** UTF-16 units of one text. */
  longestText: number
  /** Most choices it can show to be tapped; more are numbered in the text or come after "Meer…". */
  mostChoices: number
  /** A person at the desk can see it typing. */
  typing: boolean
}

/** A request with its body read once: signatures are of the raw bytes. */
export type Received = { request: Request; bytes: Uint8Array }

export type AdapterRoute = { method: 'GET' | 'POST' | 'DELETE'; path: string; largestBody: number }

/** What goes to the far side in one request, ready to be kept until it is sent. The adapter alone reads it. */
export type Payload = Readonly<Record<string, unknown>>

export type SendContext = {
  reference: ConversationReference
  /** Our own id of what is sent: the platform echoes it in its statuses when it can. */
  outboxId: string
  /** Tries before this one. */
  attempt: number
}

/** What became of sending. `code` is stable and may be shown to an administrator; no words of a citizen. */
export type SendResult =
  | { kind: 'sent'; platformId: string | null }
  /** Try again after so many milliseconds at least; null: the usual backoff. */
  | { kind: 'retry'; afterMs: number | null; code: string }
  /** It may or may not have arrived: wait for a status before trying again. */
  | { kind: 'uncertain'; code: string }
  /** Never: kept as a dead letter. */
  | { kind: 'failed'; code: string; fallback?: Payload }
  /** Our own right to send is gone: keep everything, tell the administrator. */
  | { kind: 'hold'; code: string }

/**
 * A way in. It checks that a request is genuine, turns its bytes into activities, and shows our messages within what the
 * platform can. Without its secrets it refuses everything. It never decides what is answered.
 */
export type Adapter = {
  name: string
  capabilities: Capabilities
  /** Routes on which activities come in. */
  routes: AdapterRoute[]
  /** Null: genuine. A response ends the request: a refusal, or a handshake. */
  verify(received: Received): Promise<Response | null>
  /** Only after `verify`. What cannot be understood becomes an activity of type `unknown`, never an error. */
  parse(received: Received): Promise<Envelope[]>
  /** The HTTP response once all of it is stored, for platforms that want more than an empty 200. */
  respond?(received: Received, accepted: Accepted[]): Promise<Response>
  /** A message as the requests that bring it over, in order. Pure. */
  render(message: Message, reference: ConversationReference): Payload[]
  /** One request to the platform. Never throws: what went wrong is a result. */
  send(payload: Payload, context: SendContext): Promise<SendResult>
  /** Best effort, once an activity of a person was stored: marks as read, shows typing. Never retried. */
  attend?(reference: ConversationReference, activity: Activity): Promise<void>
  /** Other routes of this way in, beside those that bring activities. */
  endpoints?: Endpoint[]
  /** Whether it has what it needs: told in /health. */
  ready: { receives: boolean; sends: boolean }
}

/** `path` may hold `:name` parts. */
export type Endpoint = {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  handle(request: Request, parts: Record<string, string>): Promise<Response>
}
