import type { AnswerChannel } from '../../core/ask.ts'
import type { Card } from '../card/card.ts'

/** What goes to a caller by mail or text message: the sentence, and where to go on. */
export function asText({ title, say, channels }: Card): string {
  const first = (type: AnswerChannel['type']): AnswerChannel | undefined => channels.find((one) => one.type === type)
  const counter = first('counter')
  return [
    title,
    say.replace(/…$/, ''),
    first('online')?.url,
    first('phone')?.phone,
    counter && [counter.location, counter.address].filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join('\n')
}

/** The same as a message that the colleague's own mail program opens: who it goes to is typed there, and never here. */
export const mailOf = (card: Card): string =>
  `mailto:?subject=${encodeURIComponent(card.title)}&body=${encodeURIComponent(asText(card).replaceAll('\n', '\r\n'))}`
