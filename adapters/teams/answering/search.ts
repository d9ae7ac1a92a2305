import type { MessagingExtensionAttachment, MessagingExtensionResult } from 'botframework-schema'
import { draftOf } from '../../../src/core/message.ts'
import type { Assistant } from '../../../src/core/ports.ts'
import { visible } from '../cards/literal.ts'
import { cardsOf } from '../cards/render.ts'
import { kit, type TurnContext } from '../kit/index.ts'
import { turnOf } from '../kit/turn.ts'
import type { TeamsParts } from '../parts.ts'
import { freshnessOf } from './freshness.ts'
import { targetsFor } from './targets.ts'

type Lang = Parameters<Assistant['say']>[1]
type Query = { skip: number; parameters: Record<string, unknown> }

/** Results that fit on the screen. */
const most = 8
const longestPreview = 120

/** The search while somebody writes: pages to put into a message. Nothing of what is typed is kept. */
export function searchExtension(parts: TeamsParts, langOf: (context: TurnContext) => Lang) {
  const isStale = freshnessOf()
  const find = targetsFor(parts)
  return async (context: TurnContext, _state: unknown, query: Query): Promise<MessagingExtensionResult> => {
    const { incoming } = turnOf(context)
    // Somebody has typed on: the newer query is answered, and what this one finds nobody would see.
    if (isStale(incoming)) return { type: 'result', attachmentLayout: 'list', attachments: [] }
    const { targets, lang } = find(wordsOf(query), langOf(context))
    const page = targets.slice(query.skip, query.skip + most)
    if (page.length === 0)
      return { type: 'message', text: parts.assistant.say('teams.noResult', lang, parts.config.city) }
    return {
      type: 'result',
      attachmentLayout: 'list',
      attachments: page.map((target) => result(target, lang, parts)),
    }
  }
}

/** Empty at the first opening, when Teams says so in place of words. */
const wordsOf = ({ parameters }: Query): string => {
  const { initialRun, query } = parameters
  return initialRun === undefined && typeof query === 'string' ? query.trim().slice(0, 200) : ''
}

/** A page as a card that goes into the chat, and as a line in the list. */
function result(target: string, lang: Lang, parts: TeamsParts): MessagingExtensionAttachment {
  const { city } = parts.config
  const output = parts.assistant.show(target, { lang, city })
  const [answer] = output.answers
  const [made] = cardsOf({ seq: 0, id: '', at: '', ...draftOf(output) }, { city }, parts)
  const { CardFactory } = kit()
  const preview = CardFactory.thumbnailCard(
    visible(answer?.title ?? output.reply.text),
    visible(answer?.text ?? '')
      .slice(0, longestPreview)
      .toWellFormed(),
  )
  return { ...CardFactory.adaptiveCard(made), preview }
}
