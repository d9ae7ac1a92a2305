import type { Assistant, Conversations } from '../../src/core/ports.ts'

/** What the web's way in is given of the house. */
export type WebParts = {
  assistant: Assistant
  conversations: Conversations
  /** Every city, with the exact origins that may embed it, and its services by their id. */
  cities: Record<string, { widgetOrigins: readonly string[]; services?: Readonly<Record<string, unknown>> }>
  /** Exact origins that may embed any city. */
  widgetOrigins: readonly string[]
  /** How the outside world reaches us; null: the origin of the request. */
  publicUrl: string | null
  /** Counts a new conversation of a client; seconds to wait when there were too many. */
  admit(request: Request): Promise<number | null>
  clock: () => string
  retentionDays: number
}
