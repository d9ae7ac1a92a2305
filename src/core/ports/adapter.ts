import type { Activity, ConversationReference, Envelope } from '../activity.ts'
import type { Message } from '../message.ts'
import type { Accepted } from './conversations.ts'

/** A way in, as the house knows it. */

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
  /**
   * Best effort, once an activity of a person was stored: marks as read, and shows typing unless it is `answered`. Never
   * retried.
   */
  attend?(reference: ConversationReference, activity: Activity, answered: boolean): Promise<void>
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
