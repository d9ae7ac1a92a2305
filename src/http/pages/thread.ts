import type { ActivityContent } from '../../core/activity.ts'
import { type AskOutput, askInput } from '../../core/ask.ts'
import type { City } from '../../core/catalogue.ts'
import { sha256 } from '../../core/hex.ts'
import type { WrittenLanguage } from '../../core/language.ts'
import { codeOf, log } from '../../core/log.ts'
import type { Message } from '../../core/message.ts'
import type { Accepted, Conversations } from '../../core/ports.ts'
import { isToken, life, newToken, referenceOf, tokenAfter } from '../../core/token.ts'
import type { AppParts } from '../app.ts'
import type { Form } from '../read-form.ts'

/**
 * The conversation of a page without script. Every form carries its token and the place of its next message, in one
 * hidden field; the same form sent twice is one message, and the same page comes back.
 */
export type Thread = { token: string; place: string }

/** A field for a page that goes on with a conversation, or that may begin one. */
export const newThread = (token = newToken()): string => `${token}.${newToken().slice(0, 16)}`

export function readThread(field: string): Thread | null {
  const [token = '', place = ''] = field.split('.')
  return isToken(token) && /^[\w-]{16}$/.test(place) ? { token, place } : null
}

/** What came of a message: an answer of the assistant, what a person says, or too much at once. */
export type Turned =
  | { kind: 'answered'; output: AskOutput; token: string }
  | { kind: 'said'; messages: Message[]; token: string }
  | { kind: 'wait' }
  /** There is no conversation to take it up, and none could be begun. */
  | { kind: 'none' }

type Parts = Pick<AppParts, 'conversations' | 'admit' | 'clock'>

/** One message of a page. Never throws: a store that fails is no reason to leave a question unanswered. */
export async function turn(
  parts: Parts,
  request: Request,
  thread: Thread,
  { form, city, lang }: { form: Form; city: City; lang: WrittenLanguage | undefined },
): Promise<Turned> {
  try {
    const token = await living(parts, request, thread)
    if (!token) return { kind: 'none' }
    const reference = await referenceOf(token, { city: city.id, lang: lang ?? null })
    const content = contentOf(form)
    const id = `p:${thread.place}:${(await sha256(JSON.stringify(content))).slice(0, 16)}`
    const [accepted] = await parts.conversations.accept(reference, [{ id, at: parts.clock(), content }])
    return accepted ? await turned(parts.conversations, accepted, { token, id }) : { kind: 'none' }
  } catch (error) {
    log({ event: 'request-failed', route: '/{city}', code: codeOf(error) })
    return { kind: 'none' }
  }
}

/**
 * The token of the conversation to go on with: that of the page while it lives; else one that follows from page and
 * place, so that the page that began it finds it again when it is sent twice.
 */
async function living({ conversations, admit }: Parts, request: Request, thread: Thread): Promise<string | null> {
  const next = await tokenAfter(thread.token, thread.place)
  for (const token of [thread.token, next]) if (await conversations.visit(await referenceOf(token), life)) return token
  return ((await admit?.(request)) ?? null) === null ? next : null
}

/** Only what the question's schema lets through; the page has told what is wrong before this. */
const contentOf = ({ choice, question }: Form): ActivityContent =>
  choice
    ? { type: 'choice', choice: choice.slice(0, 200), of: null }
    : { type: 'text', text: askInput().shape.text.parse(question) }

async function turned(
  conversations: Conversations,
  { retryAfter, replies, handedOff }: Accepted,
  { token, id }: { token: string; id: string },
): Promise<Turned> {
  if (retryAfter !== null) return { kind: 'wait' }
  const reference = await referenceOf(token)
  const output = handedOff ? null : await conversations.answerTo(reference, id)
  if (output) return { kind: 'answered', output, token }
  return { kind: 'said', messages: handedOff ? await latest(conversations, token) : replies, token }
}

const shown = 10

/** The end of what was said, for who waits for a person. */
async function latest(conversations: Conversations, token: string): Promise<Message[]> {
  const reference = await referenceOf(token)
  const visit = await conversations.visit(reference, life)
  return conversations.history(reference, { after: (visit?.seq ?? 0) - shown, limit: shown })
}
