import type { ActivityContent } from '../../../src/core/activity.ts'
import { type Incoming, isShared } from '../activity.ts'
import { choiceIn, commentIn } from '../invoke-values.ts'
import { mentionsUs, wordsIn } from './text.ts'

/** What an activity of Teams is to us, by its kind. */

type Media = Extract<ActivityContent, { type: 'media' }>['media']

/** The text again as HTML, and cards of other apps: no files of the sender. */
const isNoFile = (contentType: string): boolean => /^text\/html|^application\/vnd\.microsoft\.card\./.test(contentType)

function mediaOf(contentType: string): Media | null {
  const [, kind] = /^(image|audio|video)\//.exec(contentType) ?? []
  if (kind) return kind as Media
  return contentType.startsWith('application/vnd.microsoft.teams.file.') ? 'document' : null
}

/** A message. In a channel or a group only what mentions us is for us. */
export function contentOfMessage(incoming: Incoming): ActivityContent {
  if (isShared(incoming) && !mentionsUs(incoming)) return { type: 'quiet', kind: 'not-addressed' }
  const text = wordsIn(incoming)
  if (text) return { type: 'text', text }
  const [file] = incoming.attachments.filter(({ contentType }) => !isNoFile(contentType))
  if (!file) return incoming.value ? { type: 'quiet', kind: 'submit' } : { type: 'unknown', kind: 'empty' }
  const media = mediaOf(file.contentType)
  return media ? { type: 'media', media, caption: null } : { type: 'unknown', kind: 'attachment' }
}

/** A card whose action came in as a message: from clients that know no better, and from other apps. */
export function contentOfSubmit(incoming: Incoming): ActivityContent {
  const choice = choiceIn(incoming.value)
  return choice ? { type: 'choice', choice, of: incoming.replyToId ?? null } : { type: 'quiet', kind: 'submit' }
}

export function contentOfMembers({ membersAdded, recipient }: Incoming): ActivityContent {
  return membersAdded.some(({ id }) => id === recipient?.id) ? { type: 'welcome' } : { type: 'quiet', kind: 'members' }
}

/** Installing also adds us to the conversation, so it is told twice; whoever keeps the conversation welcomes once. */
export const contentOfInstallation = ({ action }: Incoming): ActivityContent =>
  action === 'add' ? { type: 'welcome' } : { type: 'quiet', kind: `installation-${action ?? 'unknown'}` }

export function contentOfReaction({ replyToId, reactionsAdded, reactionsRemoved }: Incoming): ActivityContent {
  const [added] = reactionsAdded
  if (!replyToId || (!added && reactionsRemoved.length === 0)) return { type: 'quiet', kind: 'reaction' }
  return { type: 'reaction', of: replyToId, emoji: added?.type ?? null }
}

/** A picked choice, answered by the card that comes in the place of this one; null when the action names none. */
export function contentOfCardAction({ value, replyToId }: Incoming): ActivityContent | null {
  const choice = choiceIn((value as { action: { data: unknown } }).action.data)
  return choice ? { type: 'choice', choice, of: replyToId ?? null, here: true } : null
}

export function contentOfFeedback({ value, replyToId }: Incoming): ActivityContent | null {
  const { actionValue } = value as { actionValue: { reaction: string; feedback: string } }
  if (!replyToId) return null
  const comment = commentIn(actionValue.feedback)
  return { type: 'feedback', of: replyToId, value: actionValue.reaction === 'like' ? 1 : -1, comment }
}
