/**
 * What we use of the kits of Microsoft, by the files that hold it: `src/cli/kit/build.ts` makes one small module of it.
 * Everything else of those kits stays out (docs/decisions/ says why).
 */
export { Application } from '@microsoft/teams-ai/lib/Application.js'
export { TurnState } from '@microsoft/teams-ai/lib/TurnState.js'
export { INVOKE_RESPONSE_KEY } from 'botbuilder-core/lib/activityHandlerBase.js'
export { BotAdapter } from 'botbuilder-core/lib/botAdapter.js'
export { CardFactory } from 'botbuilder-core/lib/cardFactory.js'
export { TurnContext } from 'botbuilder-core/lib/turnContext.js'
export { ActivityTypes } from 'botframework-schema'
