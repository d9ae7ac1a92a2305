import type { ActivityContent } from '../../../src/core/activity.ts'
import type { Incoming } from '../activity.ts'
import { type Application, application, kit, type TurnContext } from '../kit/index.ts'
import { note, turnOf } from '../kit/turn.ts'
import { chooseVerb, feedbackName } from '../names.ts'
import {
  contentOfCardAction,
  contentOfFeedback,
  contentOfInstallation,
  contentOfMembers,
  contentOfMessage,
  contentOfReaction,
  contentOfSubmit,
} from './content.ts'

/** What the routes made of an activity; null when there is nothing to keep of it. */
export const content = note<ActivityContent | null>('content')

type Route = (context: TurnContext) => Promise<void>

const reads =
  (how: (incoming: Incoming) => ActivityContent | null): Route =>
  async (context) => {
    const turn = turnOf(context)
    turn.leave(content, how(turn.incoming))
  }

const invoke =
  (name: string, also: (value: Incoming['value']) => boolean) =>
  async ({ activity }: TurnContext): Promise<boolean> =>
    activity.type === kit().ActivityTypes.Invoke && activity.name === name && also(activity.value)

const isChoice = (value: Incoming['value']): boolean =>
  (value as { action?: { verb?: unknown } }).action?.verb === chooseVerb
const isFeedback = (value: Incoming['value']): boolean =>
  (value as { actionName?: unknown }).actionName === feedbackName

const quiet =
  (kind: (incoming: Incoming) => string): Route =>
  (context) =>
    reads((incoming) => ({ type: 'quiet', kind: kind(incoming) }))(context)

const isNoInvoke = async ({ activity }: TurnContext): Promise<boolean> => activity.type !== kit().ActivityTypes.Invoke

/** From activity to content: the first route that fits takes it. An invoke that keeps nothing has no route here. */
export function readingRoutes(): Application {
  const app = application()
  const { ActivityTypes } = kit()
  app.adaptiveCards.actionSubmit(chooseVerb, reads(contentOfSubmit))
  app
    .activity(ActivityTypes.Message, reads(contentOfMessage))
    .conversationUpdate('membersAdded', reads(contentOfMembers))
    .activity(ActivityTypes.InstallationUpdate, reads(contentOfInstallation))
    .activity(ActivityTypes.MessageReaction, reads(contentOfReaction))
    .activity(
      isNoInvoke,
      quiet(({ type, name }) => `${type}${name ? ` ${name}` : ''}`.slice(0, 80)),
    )
    .addRoute(invoke('adaptiveCard/action', isChoice), reads(contentOfCardAction), true)
    .addRoute(invoke('message/submitAction', isFeedback), reads(contentOfFeedback), true)
  return app
}
