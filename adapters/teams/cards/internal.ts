import type { ConversationReference } from '../../../src/core/activity.ts'
import type { Message } from '../../../src/core/message.ts'
import type { TeamsParts } from '../parts.ts'

/** For whom a card is made: nobody in particular, unless it says who. */
export type Reader = Pick<ConversationReference, 'city'> & Partial<Pick<ConversationReference, 'audience' | 'shared'>>

/**
 * What a colleague reads besides the answer, each sentence marked as internal. Where others read along, and on a card
 * that is made to be passed on, nothing of it stands.
 */
export function internalOf(
  { blocks, lang }: Message,
  { audience, shared, city }: Reader,
  { assistant, forColleagues }: TeamsParts,
): string[] {
  if (audience !== 'staff' || shared) return []
  const pages = blocks.flatMap((block) => (block.t === 'service' ? [{ id: block.id, title: block.v }] : []))
  const about = (title: string): string => (pages.length > 1 ? `${title}. ` : '')
  return pages.flatMap((page) =>
    forColleagues(page, lang).map((text) =>
      assistant.say('teams.internal', lang, city, { text: about(page.title) + text }),
    ),
  )
}
