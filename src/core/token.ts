import type { ConversationReference } from './activity.ts'
import { sha256 } from './hex.ts'

/** Tokens of conversations on the web, for widget and page alike: 256 bits. Whoever has one has the conversation. */
export const newToken = (): string => written(crypto.getRandomValues(new Uint8Array(32)))

/** The token that follows from another and a word, always the same. */
export const tokenAfter = async (token: string, word: string): Promise<string> =>
  written(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${token} ${word}`))))

const written = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '')

/** A token that nobody used for so long is dead; none lives longer than `longestMs`. */
export const life = { idleMs: 30 * 60_000, longestMs: 12 * 3_600_000 }

/** Whether a text could be a token of ours. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** The conversation that a token opens; we only keep its hash. */
export async function referenceOf(
  token: string,
  { city = null, lang = null }: Partial<Pick<ConversationReference, 'city' | 'lang'>> = {},
): Promise<ConversationReference> {
  return { adapter: 'web', key: await sha256(token), city, lang, audience: 'citizen', address: {} }
}
