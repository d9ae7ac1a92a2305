import type { Activity, ActivityContent, ConversationReference } from '../core/activity.ts'
import { maskPersonalData } from '../core/personal-data.ts'
import type { Conversations } from '../core/ports.ts'
import type { Conversation } from './conversation.ts'
import { nameOf } from './name.ts'

/** Where the objects are: a Durable Object namespace, or the part of one that we use. */
export type Namespace = { getByName(name: string): Conversation }

type Options = { namespace: Namespace; pepper: string; publicNumbers: readonly string[] }

/** Conversations by their references. Here is the border: what goes further in has no personal data that we recognise. */
export function conversationsOver({ namespace, pepper, publicNumbers }: Options): Conversations {
  const find = async (reference: ConversationReference): Promise<Conversation> =>
    namespace.getByName(await nameOf(reference, pepper))
  const mask = (text: string): string => maskPersonalData(text, publicNumbers).text
  return {
    accept: async (reference, activities) =>
      (await find(reference)).accept(
        reference,
        activities.map((activity) => masked(activity, mask)),
      ),
    visit: async (reference, rules) => (await find(reference)).visit(rules),
    history: async (reference, page) => (await find(reference)).history(page),
    transcript: async (reference) => (await find(reference)).transcript(),
  } as Conversations
}

/** @throws when an activity has no id: it could not be told from another. */
function masked({ id, at, content }: Activity, mask: (text: string) => string): Activity {
  if (!id) throw new Error('conversation: an activity needs an id')
  return { id, at, content: maskedContent(content, mask) }
}

function maskedContent(content: ActivityContent, mask: (text: string) => string): ActivityContent {
  switch (content.type) {
    case 'text':
      return { ...content, text: mask(content.text) }
    case 'choice':
      return { ...content, choice: mask(content.choice) }
    case 'location':
      return { ...content, name: content.name && mask(content.name) }
    case 'media':
      return { ...content, caption: content.caption && mask(content.caption) }
    case 'feedback':
      return { ...content, comment: content.comment && mask(content.comment) }
    default:
      return content
  }
}
