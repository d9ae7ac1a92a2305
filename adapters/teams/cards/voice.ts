import type { ConversationReference } from '../../../src/core/activity.ts'
import type { AnswerChannel } from '../../../src/core/ask.ts'
import { dateIn } from '../../../src/core/in-words.ts'
import type { Message } from '../../../src/core/message.ts'
import type { TeamsParts } from '../parts.ts'

/** Our fixed sentences, in the language of a message. */
export type Voice = {
  lang: Message['lang']
  say(name: string, values?: Record<string, string>): string
  linkHosts: ReadonlySet<string>
}

export const voiceOf = (
  { assistant, linkHosts }: TeamsParts,
  { lang }: Pick<Message, 'lang'>,
  { city }: Pick<ConversationReference, 'city'>,
): Voice => ({ lang, say: (name, values) => assistant.say(name, lang, city, values), linkHosts: linkHosts() })

type Dated = Pick<AnswerChannel, 'source' | 'statedOn' | 'checkedOn' | 'stale'>

/** According to whom, and of when: the words that every way in uses. */
export function accordingTo({ source = '', statedOn, checkedOn, stale }: Dated, { say, lang }: Voice): string {
  if (checkedOn) return say('checked', { date: dateIn(lang, checkedOn) ?? checkedOn })
  const date = dateIn(lang, statedOn)
  const dated = date ? say('according', { source, date }) : say('accordingUndated', { source })
  return stale ? `${dated}; ${say('stale')}` : dated
}
