import type { Accepted } from '../../../src/core/ports.ts'
import type { Incoming } from '../activity.ts'
import { checkedInvoke } from '../invoke-values.ts'
import type { Application } from '../kit/index.ts'
import { note, takeTurn } from '../kit/turn.ts'

/** What became of the activity, for the routes that tell it; nothing for an invoke that keeps nothing. */
export const outcome = note<Accepted>('accepted')

/**
 * The HTTP response to an activity that was let in: empty for all but invokes, which Teams wants answered at once. An
 * invoke that no route knows is not ours to answer, and says so.
 */
export async function answer(app: Application, incoming: Incoming | null, accepted: Accepted[]): Promise<Response> {
  if (incoming?.type !== 'invoke') return new Response(null, { status: 200 })
  const checked = checkedInvoke(incoming)
  if (!checked) return unreadable(incoming)
  const [one] = accepted
  const { response } = await takeTurn(app, checked, one && { under: outcome, value: one })
  if (!response) return new Response(null, { status: 501 })
  return Response.json(response.body ?? {}, { status: response.status })
}

/** A card action has an error of its own, which the client shows beside the card. */
const unreadable = ({ name }: Incoming): Response =>
  name === 'adaptiveCard/action'
    ? Response.json(cardError(400, 'BadRequest', 'The action is not one of ours.'))
    : new Response(null, { status: 400 })

export const cardError = (statusCode: number, code: string, message: string): object => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
})
