import type { Activity, ConversationReference, ResourceResponse } from 'botframework-schema'
import { once } from '../../../src/core/once.ts'
import type { Incoming } from '../activity.ts'
import { type Application, kit, type TurnContext } from './index.ts'

/** A note that passes between a turn and who asked for it. */
export type Note<T> = { readonly name: symbol; readonly type?: T }

export const note = <T>(name: string): Note<T> => ({ name: Symbol(name) })

/** What an invoke is answered with, as the kits leave it. */
export type InvokeResponse = { status: number; body?: unknown }

/**
 * Our side of the kits: an adapter that takes turns within one request of the web and sends nothing by itself. What is
 * sent goes through the outbox, so that it survives us; only the response to an invoke goes back at once.
 */
const adapter = once(() => {
  const { ActivityTypes, BotAdapter, INVOKE_RESPONSE_KEY } = kit()
  class WebAdapter extends BotAdapter {
    override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
      for (const activity of activities) {
        if (activity.type !== ActivityTypes.InvokeResponse) return elsewhere()
        context.turnState.set(INVOKE_RESPONSE_KEY, activity)
      }
      return Promise.resolve(activities.map(() => ({ id: '' })))
    }
    override updateActivity(): Promise<ResourceResponse | undefined> {
      return elsewhere()
    }
    override deleteActivity(): Promise<void> {
      return elsewhere()
    }
    override continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
      return elsewhere()
    }
    async take(app: Application, context: TurnContext): Promise<void> {
      await this.runMiddleware(context, async (one) => {
        await app.run(one)
      })
    }
  }
  return new WebAdapter()
})

const elsewhere = (): Promise<never> => Promise.reject(new Error('teams: a turn sends nothing; the outbox does'))

/** An activity on its way through an application. */
export type Turn = {
  incoming: Incoming
  read<T>(from: Note<T>): T | undefined
  leave<T>(under: Note<T>, value: T): void
}

export const turnOf = (context: TurnContext): Turn => ({
  incoming: context.activity as unknown as Incoming,
  read: ({ name }) => context.turnState.get(name),
  leave: ({ name }, value) => {
    context.turnState.set(name, value)
  },
})

/** Lets `app` route an activity, with a note for its routes. Gives back the turn, and the response that they left. */
export async function takeTurn<T>(
  app: Application,
  incoming: Incoming,
  given?: { under: Note<T>; value: T },
): Promise<{ turn: Turn; response: InvokeResponse | null }> {
  const { INVOKE_RESPONSE_KEY, TurnContext } = kit()
  const context = new TurnContext(adapter(), incoming as unknown as Activity)
  const turn = turnOf(context)
  if (given) turn.leave(given.under, given.value)
  await adapter().take(app, context)
  const left: Partial<Activity> | undefined = context.turnState.get(INVOKE_RESPONSE_KEY)
  return { turn, response: left ? (left.value as InvokeResponse) : null }
}
