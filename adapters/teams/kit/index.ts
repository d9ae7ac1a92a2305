import { Application as App, TurnState } from '../.generated/kit.js'
import type { TurnState as State } from './source.ts'

export {
  ActivityTypes,
  BotAdapter,
  CardFactory,
  INVOKE_RESPONSE_KEY,
  TurnContext,
} from '../.generated/kit.js'

/** What of `Application` works in this build: routing. Sign-in and language models are left out, so they do not show. */
export type Application = Pick<
  App<State>,
  'activity' | 'adaptiveCards' | 'addRoute' | 'conversationUpdate' | 'feedbackLoop' | 'messageExtensions' | 'run'
>

/** `Application` keeps nothing between turns here: what a conversation remembers is kept with the conversation. */
class Passing extends TurnState {
  override onComputeStorageKeys(): Promise<Record<string, string>> {
    return Promise.resolve({ conversation: 'conversation', user: 'user' })
  }
}

/** A router of activities. It removes no mentions and shows no typing by itself: that is ours to decide. */
export const application = (): Application =>
  new App<State>({ turnStateFactory: () => new Passing(), removeRecipientMention: false, startTypingTimer: false })
