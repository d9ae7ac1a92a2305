import { DurableObject, type ObjectState } from 'cloudflare:workers'
import type { Activity, ConversationReference } from '../core/activity.ts'
import type { DeskEvent, Door, Rules } from '../core/ports.ts'
import { storageOf } from '../core/storage.ts'
import { type Conversation, conversationIn } from './conversation.ts'
import type { Feedback } from './feedback.ts'
import type { Moving } from './move.ts'
import type { Parts } from './room.ts'
import { streamOf } from './stream.ts'

/**
 * The Durable Object class of a conversation. It only hands over, to a conversation over its own storage. `partsOf` is
 * called with the bindings of the object, once for each.
 */
export function conversationWith(partsOf: (environment: Record<string, unknown>) => Parts) {
  return class ConversationObject extends DurableObject implements Conversation {
    #conversation: Conversation

    constructor(ctx: ObjectState, env: Record<string, unknown>) {
      super(ctx, env)
      const storage = storageOf(ctx)
      const name = ctx.id.name ?? ctx.id.toString()
      this.#conversation = conversationIn({
        ...partsOf(env),
        storage,
        name,
        stream: streamOf(storage.sql),
        background: (done) => ctx.waitUntil(done),
      })
    }

    accept(reference: ConversationReference | null, activities: Activity[]) {
      return this.#conversation.accept(reference, activities)
    }
    answerTo(id: string) {
      return this.#conversation.answerTo(id)
    }
    enter(reference: ConversationReference, door: Door, activities: Activity[]) {
      return this.#conversation.enter(reference, door, activities)
    }
    visit(rules: Rules) {
      return this.#conversation.visit(rules)
    }
    history(page: { after: number; limit: number }) {
      return this.#conversation.history(page)
    }
    feedback(given: Feedback) {
      return this.#conversation.feedback(given)
    }
    handoff() {
      return this.#conversation.handoff()
    }
    transcript() {
      return this.#conversation.transcript()
    }
    erase() {
      return this.#conversation.erase()
    }
    subscribe(after: number) {
      return this.#conversation.subscribe(after)
    }
    typing() {
      return this.#conversation.typing()
    }
    callBack(number: string) {
      return this.#conversation.callBack(number)
    }
    callBackInWords(number: string, again: boolean) {
      return this.#conversation.callBackInWords(number, again)
    }
    carryOn() {
      return this.#conversation.carryOn()
    }
    forDesk() {
      return this.#conversation.forDesk()
    }
    fromDesk(event: DeskEvent) {
      return this.#conversation.fromDesk(event)
    }
    adopt(moving: Moving) {
      return this.#conversation.adopt(moving)
    }
    alarm() {
      return this.#conversation.alarm()
    }
  }
}
