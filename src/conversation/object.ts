import { DurableObject, type ObjectState } from 'cloudflare:workers'
import type { Activity, ConversationReference } from '../core/activity.ts'
import { type Conversation, conversationIn } from './conversation.ts'
import type { Parts } from './room.ts'

/**
 * The Durable Object class of a conversation. It only hands over: to a conversation over its own storage. `partsOf` is
 * called with the bindings of the object, once for each.
 */
export function conversationWith(partsOf: (environment: Record<string, unknown>) => Parts) {
  return class ConversationObject extends DurableObject implements Conversation {
    #conversation: Conversation

    constructor(ctx: ObjectState, env: Record<string, unknown>) {
      super(ctx, env)
      const { sql } = ctx.storage
      const storage = {
        sql,
        transactionSync: <T>(work: () => T): T => ctx.storage.transactionSync(work),
        setAlarm: (at: number) => ctx.storage.setAlarm(at),
        getAlarm: () => ctx.storage.getAlarm(),
        deleteAlarm: () => ctx.storage.deleteAlarm(),
        deleteAll: () => ctx.storage.deleteAll(),
      }
      this.#conversation = conversationIn({ ...partsOf(env), storage, name: ctx.id.name ?? ctx.id.toString() })
    }

    accept(reference: ConversationReference, activities: Activity[]) {
      return this.#conversation.accept(reference, activities)
    }
    visit(rules: { idleMs: number; longestMs: number }) {
      return this.#conversation.visit(rules)
    }
    history(page: { after: number; limit: number }) {
      return this.#conversation.history(page)
    }
    transcript() {
      return this.#conversation.transcript()
    }
    alarm() {
      return this.#conversation.alarm()
    }
  }
}
