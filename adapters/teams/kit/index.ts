import type { Application as App } from '@microsoft/teams-ai/lib/Application.js'
import type { TurnState as State } from '@microsoft/teams-ai/lib/TurnState.js'
import type { TurnContext as Context } from 'botbuilder-core/lib/turnContext.js'
import { kit } from '../.generated/kit.js'

export { kit } from '../.generated/kit.js'

export type TurnContext = Context

/** What of `Application` works in this build: routing. Sign-in and language models are left out, so they do not show. */
export type Application = Pick<
  App<State>,
  'activity' | 'adaptiveCards' | 'addRoute' | 'conversationUpdate' | 'feedbackLoop' | 'messageExtensions' | 'run'
>

/** A router of activities. It removes no mentions and shows no typing by itself: that is ours to decide. */
export function application(): Application {
  const { Application: App, TurnState } = kit()
  /** `Application` keeps nothing between turns here: what a conversation remembers is kept with the conversation. */
  class Passing extends TurnState {
    override onComputeStorageKeys(): Promise<Record<string, string>> {
      return Promise.resolve({ conversation: 'conversation', user: 'user' })
    }
  }
  return new App<State>({
    turnStateFactory: () => new Passing(),
    removeRecipientMention: false,
    startTypingTimer: false,
  })
}
