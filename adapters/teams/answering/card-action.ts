import type { Message } from '../../../src/core/message.ts'
import type { Accepted } from '../../../src/core/ports.ts'
import { isShared } from '../activity.ts'
import { type Card, card, paragraphs } from '../cards/card.ts'
import type { Reader } from '../cards/internal.ts'
import { cardsOf } from '../cards/render.ts'
import { kit, type TurnContext } from '../kit/index.ts'
import { turnOf } from '../kit/turn.ts'
import type { TeamsParts } from '../parts.ts'
import type { Audiences } from '../reading/audience.ts'
import { cardError, outcome } from './answer.ts'

type Speak = (name: string) => string

/** What comes in the place of a card when a choice on it was picked: the answer, or a sentence that says why not. */
export const cardAction =
  (parts: TeamsParts, speak: (context: TurnContext) => Speak, audience: Audiences) =>
  async (context: TurnContext): Promise<Card | string> => {
    const { incoming, read } = turnOf(context)
    const accepted = read(outcome)
    const say = speak(context)
    if (!accepted) {
      // No choice was picked. The response that stands here already is the one that goes back.
      await context.sendActivity({
        type: kit().ActivityTypes.InvokeResponse,
        value: { status: 200, body: cardError(400, 'BadRequest', say('teams.pickFirst')) },
      })
      return ''
    }
    const shared = isShared(incoming) ? ({ shared: true } as const) : {}
    // Reading it just asked the same, so this does not wait for the roster.
    const reader = { city: parts.config.city, audience: await audience(incoming), ...shared }
    return inPlace(accepted, reader, parts) ?? say(whyNot(accepted))
  }

/** The replies on one card, whatever they are. */
function inPlace({ replies }: Accepted, reader: Reader, parts: TeamsParts): Card | null {
  if (replies.length === 0) return null
  const cards = replies.flatMap((reply) => whole(reply, reader, parts))
  return card(
    cards.flatMap(({ body }) => body),
    cards.flatMap(({ actions }) => actions ?? []),
    cards.map(({ fallbackText }) => fallbackText).join('\n'),
  )
}

const whole = (reply: Message, reader: Reader, parts: TeamsParts): Card[] =>
  reply.blocks.length > 0 ? cardsOf(reply, reader, parts) : [card(paragraphs(reply.text), [], reply.text)]

const whyNot = ({ retryAfter, handedOff }: Accepted): string => {
  if (retryAfter !== null) return 'teams.wait'
  return handedOff ? 'teams.withPerson' : 'teams.received'
}
