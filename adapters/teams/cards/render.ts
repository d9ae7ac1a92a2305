import type { ConversationReference } from '../../../src/core/activity.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Payload } from '../../../src/core/ports.ts'
import type { TeamsParts } from '../parts.ts'
import { bodyOf } from './body.ts'
import { type Card, card, cardContentType, type Element, paragraphs, pieces } from './card.ts'
import { choiceButtons, choiceList, numbered } from './choices.ts'
import { internalOf, type Reader } from './internal.ts'
import { visible } from './literal.ts'
import { shownOf } from './shown.ts'
import { voiceOf } from './voice.ts'

/** UTF-16 bytes of the largest message that every version of Teams takes, and what its envelope may take of it. */
const largest = 24 * 1024
const units = largest / 2 - 200
/** UTF-16 units of the longest plain text. */
export const longestText = 8000

/** Kinds of block that need more than a text. */
const structured = new Set(['service', 'channels', 'fact', 'link', 'steps', 'choices', 'sources'])

/** A message as the requests that bring it: one, or several when it is too large for one. */
export function render(message: Message, reference: ConversationReference, parts: TeamsParts): Payload[] {
  const replyTo = reference.address.replyTo ? { replyToId: reference.address.replyTo } : {}
  const common = { type: 'message', locale: message.lang, ...replyTo }
  if (!message.blocks.some(({ t }) => structured.has(t)))
    return texts(message.text).map((text) => ({ activity: { ...common, ...text } }))
  return cardsOf(message, reference, parts).map((made) => ({
    activity: {
      ...common,
      summary: summaryOf(made.fallbackText),
      attachments: [{ contentType: cardContentType, content: made }],
      ...(isRated(message) ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
    },
    plain: { ...common, ...texts(made.fallbackText)[0] },
  }))
}

/** Plain text, a line to a paragraph: Teams runs lines together that have no space between them. */
const texts = (text: string): { textFormat: 'plain'; text: string }[] =>
  pieces(visible(text).trim().replace(/\n+/g, '\n\n'), longestText).map((piece) => ({
    textFormat: 'plain',
    text: piece,
  }))

/** The line of a notification. */
const summaryOf = (text: string): string =>
  text.length > 140
    ? `${text
        .slice(0, 139)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
    : text

/** Thumbs under answers; none under a question of ours, and none under a reply to danger. */
const isRated = ({ from, outcome }: Message): boolean =>
  from === 'bot' && /^(answered|referred|unanswerable)/.test(outcome ?? '')

/** The cards of a message: its choices stand on the last one. */
export function cardsOf(message: Message, reader: Reader, parts: TeamsParts): Card[] {
  const voice = voiceOf(parts, message, reader)
  const { choices, text } = message
  const internal = internalOf(message, reader, parts)
  const body = [...bodyOf(message, voice), ...internal.flatMap((line) => paragraphs(line)), ...choiceList(choices)]
  const whole = card(body, choiceButtons(choices, voice), visible([text, ...internal].join('\n')) + numbered(choices))
  if (fits(whole)) return [whole]
  return divide(body).map((part, at, all) => {
    const last = at === all.length - 1
    const text = shownOf(part) + (last ? numbered(choices) : '')
    return card(part, last ? choiceButtons(choices, voice) : [], text)
  })
}

/** With its text twice, as the fallback repeats it. */
const fits = (made: Card): boolean => JSON.stringify(made).length + 140 <= units

/** Body parts that fit, with room for their text again and for the choices. */
function divide(body: Element[]): Element[][] {
  const parts: Element[][] = [[]]
  for (const element of body) {
    const open = parts.at(-1) ?? []
    if (open.length > 0 && JSON.stringify([...open, element]).length * 2 > units - 2000) parts.push([element])
    else open.push(element)
  }
  return parts
}
