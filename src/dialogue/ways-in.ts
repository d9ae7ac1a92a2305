import type { AnswerChannel } from '../core/ask.ts'
import type { Channel, PublicService } from '../core/catalogue.ts'
import { closuresBy, noticesFor } from './notices.ts'
import { showChannel } from './show.ts'
import type { Turn } from './turn-state.ts'
import type { World } from './world.ts'

/** What a page tells of its ways in; a body and the first line have them too. */
export type Page = Pick<PublicService, 'id' | 'channels'> & { appointment?: PublicService['appointment'] }

/** Ways in of a page, with what closes them now. */
export function showWaysIn({ id, channels, appointment = 'unknown' }: Page, turn: Turn, world: World): AnswerChannel[] {
  const notices = noticesFor({ service: id, channels }, turn, world)
  return (turn.offline ? channels.toSorted(peopleFirst) : channels).map((channel) =>
    showChannel(channel, { appointment, closing: closuresBy(notices, channel) }, turn, world),
  )
}

/** For who has no internet: who answers or receives, then what needs no screen, then the rest, each in the city's order. */
const peopleFirst = (a: Channel, b: Channel): number => rank(a) - rank(b)
const rank = ({ type }: Channel): number =>
  type === 'phone' || type === 'counter' ? 0 : type === 'online' || type === 'video' ? 2 : 1
