import type { Adapter, Assistant, Conversations } from '../../src/core/ports.ts'

/** A message of a person on the far side, as a contract test invents it. */
export type Sent = { id: string; from: string; text: string }

/** What an adapter may be made of in a contract test. */
export type SubjectParts = {
  configured: boolean
  /** The far side. */
  fetch: typeof fetch
  assistant: Assistant
  conversations: Conversations
  clock: () => string
}

/**
 * What `test/adapters/<name>/subject.ts` exports as `subject`, so that the contract suite can talk to the adapter in
 * its platform's own words: signed payloads, and a far side that can be watched.
 */
export type Subject = {
  /** The adapter with its secrets, or as it is when nobody configured it. */
  make(parts: SubjectParts): Adapter
  /** What has to happen before somebody can say something; `ask` reaches the app. */
  begin?(from: string, ask: (request: Request) => Promise<Response>): Promise<void>
  /** One genuine request that brings these messages, in this order; several only when the platform batches. */
  deliver(messages: Sent[]): Promise<Request>
  batches: boolean
  /** The same request, its signature spoiled. */
  forge(request: Request): Promise<Request>
  /**
   * A genuine request with a message of a kind that does not exist; null where the far side is ours and is told so. And
   * requests with an empty or missing id or sender.
   */
  unknown(id: string, from: string): Promise<Request | null>
  nameless(): Promise<Request[]>
  /** What a person can see of a payload: its text, and the choices that can be tapped or typed, by id or by label. */
  shown(payload: Readonly<Record<string, unknown>>): { text: string; choices: string[] }
  /** An answer of the far side that accepts a payload. */
  accepts(request?: Request): Response
}
