import { type Application, application, type TurnContext } from '../kit/index.ts'
import { turnOf } from '../kit/turn.ts'
import { chooseVerb, searchCommand } from '../names.ts'
import type { TeamsParts } from '../parts.ts'
import type { Audiences } from '../reading/audience.ts'
import { languageOf } from '../reading/language.ts'
import { cardAction } from './card-action.ts'
import { searchExtension } from './search.ts'

/** From invoke to response. */
export function answeringRoutes(parts: TeamsParts, audience: Audiences): Application {
  const { assistant, config } = parts
  const lang = (context: TurnContext) => languageOf(turnOf(context).incoming.locale) ?? 'nl'
  const speak = (context: TurnContext) => (name: string) => assistant.say(name, lang(context), config.city)
  const app = application()
  app.adaptiveCards.actionExecute(chooseVerb, cardAction(parts, speak, audience))
  app.messageExtensions.query(searchCommand, searchExtension(parts, lang))
  app.feedbackLoop(async () => undefined)
  return app
}
