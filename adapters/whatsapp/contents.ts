import * as z from 'zod'
import type { ActivityContent } from '../../src/core/activity.ts'
import { once } from '../../src/core/once.ts'
import { id, maybeId, maybeWords, words } from './fields.ts'
import { placeName } from './location.ts'

/** What a message says, by its type (contract §3a). Only what we use is read; the rest never leaves this file. */

type Reader = (message: unknown) => ActivityContent | null

/** Reads the part of a type; null when it is not as the platform describes it. */
function reading<T>(made: () => z.ZodType<T>, content: (read: T) => ActivityContent | null): Reader {
  const schema = once(made)
  return (message) => {
    const { success, data } = schema().safeParse(message)
    return success ? content(data) : null
  }
}

const spoken = once(() => words().refine((text) => text.trim() !== ''))

/** The one word by which people leave, in every language; the platform's own buttons send it too. */
const isStop = (text: string): boolean => /^\s*stop\s*[.!]*\s*$/i.test(text)

const said = (text: string): ActivityContent => (isStop(text) ? { type: 'stop' } : { type: 'text', text })

/** The message that a reply stood under. */
const context = once(() =>
  z
    .object({ id: maybeId() })
    .transform(({ id }) => id)
    .catch(null),
)

const picked = once(() => z.object({ id: id().max(256) }))

const media = (kind: 'image' | 'audio' | 'video' | 'document' | 'sticker'): [string, Reader] => [
  kind,
  reading(
    () => z.object({ [kind]: z.object({ caption: maybeWords() }) }),
    (read) => ({
      type: 'media',
      media: kind,
      caption: read[kind]?.caption ?? null,
    }),
  ),
]

const readers = new Map<string, Reader>([
  [
    'text',
    reading(
      () => z.object({ text: z.object({ body: spoken() }) }),
      ({ text }) => said(text.body),
    ),
  ],
  [
    'interactive',
    reading(
      () =>
        z.object({
          context: context(),
          interactive: z.union([
            z
              .object({ type: z.literal('button_reply'), button_reply: picked() })
              .transform((read) => read.button_reply.id),
            z.object({ type: z.literal('list_reply'), list_reply: picked() }).transform((read) => read.list_reply.id),
          ]),
        }),
      ({ context, interactive }) => ({ type: 'choice', choice: interactive, of: context }),
    ),
  ],
  // A button of a template: what it shows is what was said.
  [
    'button',
    reading(
      () => z.object({ button: z.object({ payload: maybeWords(), text: spoken() }) }),
      ({ button }) => (isStop(button.payload ?? '') ? { type: 'stop' } : said(button.text)),
    ),
  ],
  ['location', reading(placeName, (name) => ({ type: 'location', name }))],
  media('image'),
  media('audio'),
  media('video'),
  media('document'),
  media('sticker'),
  [
    'contacts',
    reading(
      () => z.object({ contacts: z.array(z.unknown()) }),
      () => ({ type: 'media', media: 'contact', caption: null }),
    ),
  ],
  [
    'reaction',
    reading(
      () => z.object({ reaction: z.object({ message_id: id(), emoji: maybeWords() }) }),
      ({ reaction }) => ({
        type: 'reaction',
        of: reaction.message_id,
        // Taken back: the emoji is absent, or empty in older versions.
        emoji: reaction.emoji,
      }),
    ),
  ],
  ['request_welcome', () => ({ type: 'welcome' })],
  ['edit', () => ({ type: 'quiet', kind: 'edit' })],
  ['revoke', () => ({ type: 'quiet', kind: 'revoke' })],
])

/** A type as the platform names it, if that is a name at all. */
const kindOf = (type: string): string => (/^[a-z_]{1,40}$/.test(type) ? type : 'unknown')

/** What was said, or `unknown` with its type: it is answered once with what we can do. */
export const contentOf = (type: string, message: unknown): ActivityContent =>
  readers.get(type)?.(message) ?? { type: 'unknown', kind: kindOf(type) }
