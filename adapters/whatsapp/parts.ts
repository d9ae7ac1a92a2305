import type { WhatsappConfig } from '../../src/core/config.ts'
import type { Assistant } from '../../src/core/ports.ts'

/** What this way in is given. */
export type Parts = {
  config: WhatsappConfig
  /** The sentences that only this platform needs: `whatsapp.*` in the messages. */
  say: Assistant['say']
  /** The far side. In a Worker it must be called on `globalThis`. */
  fetch: typeof fetch
  /** The present moment, ISO with offset. */
  clock: () => string
  /** Told how many things a payload held that were left out, by their kind only. */
  count: (what: Dropped, times: number) => void
  /** Milliseconds that one request to the platform may take. */
  patience?: number
}

/** What is not an activity of a conversation: answered with 200, and counted. */
export type Dropped =
  | 'whatsapp.unreadable'
  | 'whatsapp.unknown-number'
  | 'whatsapp.other-field'
  | 'whatsapp.account-error'
  | 'whatsapp.group'
  | 'whatsapp.echo'
  | 'whatsapp.nameless'
