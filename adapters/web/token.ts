import type { ConversationReference } from '../../src/core/activity.ts'
import { sha256 } from '../../src/core/hex.ts'

/** A token: 256 random bits. Whoever has it has the conversation; we only know its hash. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '')
}

/** Whether a text could be a token of ours. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** The conversation that a token opens. */
export async function referenceOf(
  token: string,
  { city = null, lang = null }: Partial<Pick<ConversationReference, 'city' | 'lang'>> = {},
): Promise<ConversationReference> {
  return { adapter: 'web', key: await sha256(token), city, lang, audience: 'citizen', address: {} }
}
