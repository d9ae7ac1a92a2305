import type { ConversationReference, Envelope } from '../../../src/core/activity.ts'
import type { Incoming } from '../activity.ts'
import { checkedInvoke } from '../invoke-values.ts'
import type { Application } from '../kit/index.ts'
import { takeTurn } from '../kit/turn.ts'
import type { TeamsParts } from '../parts.ts'
import { envelopeOf } from './envelope.ts'
import { content } from './routes.ts'

type Reading = {
  app: Application
  audience(incoming: Incoming): Promise<ConversationReference['audience']>
  parts: TeamsParts
}

/** What is to be kept of an activity: one envelope, or none. Searches and unknown invokes keep nothing. */
export async function readEnvelopes(incoming: Incoming | null, { app, audience, parts }: Reading): Promise<Envelope[]> {
  const checked = incoming?.type === 'invoke' ? checkedInvoke(incoming) : incoming
  if (!checked) return []
  const { turn } = await takeTurn(app, checked)
  const found = turn.read(content)
  if (!found) return []
  const whole = { incoming: checked, content: found, audience: await audienceFor(found.type, checked, audience) }
  const envelope = await envelopeOf(whole, parts)
  return envelope ? [envelope] : []
}

/** Only for who says something is it worth asking who they are. */
const audienceFor = (
  type: string,
  incoming: Incoming,
  audience: Reading['audience'],
): Promise<ConversationReference['audience']> =>
  type === 'text' || type === 'choice' ? audience(incoming) : Promise.resolve('citizen')
