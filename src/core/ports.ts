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
  /** At most five questions that begin like what is being typed, each with the page that it is about. */
  suggest(text: string, city: string, lang: Lang): { label: string; text: string; target: string }[]
  /** What is said to who wants a person: the sentence of that name, with the city's own contact and its ways in. */
  person(sentence: string, options: PersonOptions): AskOutput
  /** A fixed sentence of ours, from `knowledge/common/messages/`, with its values filled in. */
  say(name: string, lang: Lang, city: string | null, values?: Record<string, string>): string
}

/**
 * What only colleagues read about a page of an answer, a sentence each: the memo of the desk, what an internal body does.
 * Given to ways in that know a colleague from a citizen, and to no other.
 */
export type ForColleagues = (page: { id: string; title: string }, lang: Lang) => string[]

/** `values` fill the sentence in; `when` of them may be a moment (ISO), which is said in words. */
export type PersonOptions = { lang: Lang; city: string | null; values?: Record<string, string> }

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
  /**
   * The assistant's own answer to what was said under an id, in full, for a page that shows more than the message. Null
   * when it gave none.
   */
  answerTo(reference: ConversationReference, id: string): Promise<AskOutput | null>
  /**
   * Whether the conversation was begun and is still open to who holds its key: not longer ago than `longestMs`, and not
   * left alone for `idleMs`. Counts as a sign of life. Null when not.
   */
  visit(reference: ConversationReference, rules: { idleMs: number; longestMs: number }): Promise<Visit | null>
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

/** Whether somebody is there for who wants a person, and how long it will take. */
export type Standing = {
  openNow: boolean
  /** When the city's first line answers again, ISO with offset; null when it is not known. */
  nextOpening: string | null
  /** Place in the queue, from 1; null when nobody is there, or a person has the conversation. */
  place: number | null
  /** Minutes to wait, when recent waits tell; null when nobody can say. */
  waitMinutes: number | null
  /** A number may be left to be called back. */
  callBack: boolean
}

export type HandoffState = Standing & {
  state: 'queued' | 'accepted' | 'nobody'
  /** What was said about it in the conversation. */
  messages: Message[]
}

/**
 * The agents' side, as a conversation knows it. Null where there is none: then nobody is asked, and a citizen who wants a
 * person is told so.
 */
export type Desk = {
  /** Whether agents of a city answer now, and where a conversation stands with them; null where there are none. */
  standing(city: string | null, conversation: string): Promise<Standing | null>
  /** Told at least once, in order for each conversation; the same `id` is the same notice. Rejects when it was not taken. */
  notify(notice: DeskNotice): Promise<void>
  /** Somebody is typing: a sign, which may get lost. */
  typing(conversation: string, city: string | null): Promise<void>
  /** Keeps a number for who will call back, until when; null when that cannot be done. It stays out of the conversation. */
  callBack(request: CallBackRequest, city: string | null): Promise<{ until: string } | null>
  /** A code under which an agent finds the conversation again. */
  carryOn(conversation: string, city: string | null): Promise<{ code: string; expiresAt: string } | null>
}

/** Somebody asks to be called back. `number`: digits, with an optional + before them. */
export type CallBackRequest = { conversation: string; adapter: string; lang: Lang; number: string }

/** What a person at the desk does in a conversation. The same `id` again is the same event. */
export type DeskEvent = { id: string } /** `name`: what the citizen is told; null when a colleague gives none. */ & (
  | { kind: 'joined'; name: string | null }
  /** Back in the queue. */
  | { kind: 'left' }
  /** Back with the assistant. */
  | { kind: 'closed' }
  | { kind: 'said'; text: string }
  | { kind: 'typing'; on: boolean }
)

/**
 * No words of a citizen: the desk reads those in the conversation itself, under its name. Only a question whose answer
 * was called wrong travels along, masked as it was kept, for who mends the content; it goes when the conversation goes.
 */
export type DeskNotice = {
  id: string
  /** Name of the conversation's object. */
  conversation: string
  kind: 'requested' | 'said' | 'crisis' | 'undelivered' | 'feedback' | 'closed' | 'erased'
  city: string | null
  lang: Lang
  adapter: string
  /** ISO in UTC. */
  at: string
  /** Of feedback: what was asked, and the answer that is wrong. */
  missed?: Missed
}

/** An answer that a citizen judged. `text` null: they take back that it was wrong. */
export type Missed = { message: string; text: string | null; service: string | null; note: string | null }

export type Transcript = {
  city: string | null
  startedAt: string
  messages: Message[]
  feedback: { messageId: string; value: 1 | -1; comment: string | null; at: string }[]
}

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
  /** The platform tells what became of a message and echoes `outboxId`: after a crash we wait for that before we resend. */
  statuses: boolean
}

/** A request with its body read once: signatures are of the raw bytes. */
export type Received = { request: Request; bytes: Uint8Array }

export type AdapterRoute = { method: 'GET' | 'POST' | 'DELETE' | 'OPTIONS'; path: string; largestBody: number }

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

/** `path` may hold `:name` parts. The body was read once, and is not larger than the route allows. */
export type Endpoint = AdapterRoute & {
  handle(received: Received, parts: Record<string, string>): Promise<Response>
  /** The OpenAPI operation, for `/api/v1/openapi.json`; made when that is asked for. */
  operation?: () => Readonly<Record<string, unknown>>
}

/** Conversations as the desk reaches them: by the names of their objects. Whose they are, the desk decides. */
export type HandedConversations = {
  /** Null: it is gone. */
  read(conversation: string): Promise<HandedConversation | null>
  /** False: it is gone, or nobody joined it who could speak. */
  tell(conversation: string, event: DeskEvent): Promise<boolean>
  erase(conversation: string): Promise<void>
}

export type HandedConversation = {
  adapter: string
  city: string | null
  lang: Lang
  messages: Message[]
  /** Pages that the assistant had in mind, best first. */
  targets: string[]
  /** Last sign of life of the citizen, ISO in UTC: platforms count from it how long we may still write. */
  heard: string
}
