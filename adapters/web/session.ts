import type { ConversationReference } from '../../src/core/activity.ts'
import { sha256 } from '../../src/core/hex.ts'
import { problem } from '../../src/core/problem.ts'
import { life, type WebParts } from './parts.ts'

/** A token: 256 random bits. Whoever has it has the conversation; we only know its hash. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '')
}

/** The conversation that a token opens. */
export async function referenceOf(
  token: string,
  { city = null, lang = null }: Partial<Pick<ConversationReference, 'city' | 'lang'>> = {},
): Promise<ConversationReference> {
  const key = await sha256(token)
  return { adapter: 'web', key, city, lang, audience: 'citizen', address: {} }
}

export type Session = { reference: ConversationReference; seq: number; startedAt: string }

/** The conversation of a request, or the refusal: without a living token there is none. */
export async function sessionOf(request: Request, { conversations }: WebParts): Promise<Session | Response> {
  const [, token] = /^Bearer ([\w-]{43})$/.exec(request.headers.get('authorization') ?? '') ?? []
  if (!token) return unauthenticated()
  const reference = await referenceOf(token)
  const visit = await conversations.visit(reference, life)
  return visit ? { reference, seq: visit.seq, startedAt: visit.startedAt } : unauthenticated()
}

const unauthenticated = (): Response =>
  problem(401, 'unauthenticated', 'No conversation', 'authorization: a token of a conversation that is still open')
