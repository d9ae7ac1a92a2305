/**
 * What we use of the kits of Microsoft, by the files that hold it: `src/cli/kit/build.ts` makes one small module of it.
 * Everything else of those kits stays out (docs/decisions/ says why). Asked for by `require`, which runs a file when it is
 * reached: so nothing of the kits runs before Teams first speaks, and nobody needs an `import()`, for which a bundler
 * makes whatever lies behind it late, zod too.
 */
export function kit() {
  const { Application } =
    require('@microsoft/teams-ai/lib/Application.js') as typeof import('@microsoft/teams-ai/lib/Application.js')
  const { TurnState } =
    require('@microsoft/teams-ai/lib/TurnState.js') as typeof import('@microsoft/teams-ai/lib/TurnState.js')
  const { INVOKE_RESPONSE_KEY } =
    require('botbuilder-core/lib/activityHandlerBase.js') as typeof import('botbuilder-core/lib/activityHandlerBase.js')
  const { BotAdapter } =
    require('botbuilder-core/lib/botAdapter.js') as typeof import('botbuilder-core/lib/botAdapter.js')
  const { CardFactory } =
    require('botbuilder-core/lib/cardFactory.js') as typeof import('botbuilder-core/lib/cardFactory.js')
  const { TurnContext } =
    require('botbuilder-core/lib/turnContext.js') as typeof import('botbuilder-core/lib/turnContext.js')
  const { ActivityTypes } = require('botframework-schema') as typeof import('botframework-schema')
  return { ActivityTypes, Application, BotAdapter, CardFactory, INVOKE_RESPONSE_KEY, TurnContext, TurnState }
}
