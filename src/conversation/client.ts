import type { Activity, ConversationReference } from '../core/activity.ts'
import type { KnownAddresses } from '../core/address.ts'
import { callBackNumber } from '../core/call-back-request.ts'
import { maskPersonalData } from '../core/personal-data.ts'
import type { Accepted, Conversations } from '../core/ports.ts'
import { ownRoad, type RightOfWay } from '../core/right-of-way.ts'
import type { Conversation } from './conversation.ts'
import { maskedContent } from './masked.ts'
import { nameOf } from './name.ts'
import { toldBefore } from './told.ts'

/** Where the objects are: a Durable Object namespace, or the part of one that we use. */
export type Namespace = { getByName(name: string): Conversation }

type Options = {
  namespace: Namespace
  pepper: string
  publicNumbers: readonly string[]
  addresses?: KnownAddresses
  /** Absent: nobody need make way for anybody. */
  way?: RightOfWay
}

/** Conversations by their references. Here is the border: what goes further in has no personal data that we recognise. */
export function conversationsOver({
  namespace,
  pepper,
  publicNumbers,
  addresses,
  way = ownRoad,
}: Options): Conversations {
  const mask = (text: string): string => maskPersonalData(text, publicNumbers, addresses).text
  const on = async <T>(reference: ConversationReference, call: (one: Conversation) => Promise<T>): Promise<T> => {
    const name = await nameOf(reference, pepper)
    return patiently(() => call(namespace.getByName(name)))
  }
  const masked = (activities: Activity[]): Activity[] => activities.map((activity) => checked(activity, mask))
  const calledBack = async (
    reference: ConversationReference,
    activities: Activity[],
    accepted: Accepted[],
  ): Promise<void> => {
    const number = activities.map(({ content }) => numberIn(content)).findLast((one) => one !== null)
    const again = accepted.every(({ duplicate }) => duplicate)
    if (number) await on(reference, (one) => one.callBackInWords(number, again))
  }
  const told = toldBefore()
  return {
    async accept(reference, activities) {
      const before = told.nothingNew(activities)
      if (before) return before
      const take = () => on(reference, (one) => one.accept(reference, masked(activities)))
      const nobodyWaits = activities.every(({ content }) => content.type === 'status')
      if (nobodyWaits) await way.makeWay()
      const accepted = await (nobodyWaits ? take() : way.first(take))
      told.remember(activities)
      await calledBack(reference, activities, accepted)
      return accepted
    },
    async enter(reference, door, activities) {
      const entered = await way.first(() => on(reference, (one) => one.enter(reference, door, masked(activities))))
      if (Array.isArray(entered)) await calledBack(reference, activities, entered)
      return entered
    },
    answerTo: (reference, id) => on(reference, (one) => one.answerTo(id)),
    visit: (reference, rules) => on(reference, (one) => one.visit(rules)),
    history: (reference, page) => on(reference, (one) => one.history(page)),
    feedback: (reference, { messageId, value, comment }) =>
      on(reference, (one) => one.feedback({ of: messageId, value, comment: comment && mask(comment) })),
    handoff: (reference) => on(reference, (one) => one.handoff()),
    transcript: (reference) => on(reference, (one) => one.transcript()),
    erase: (reference) => on(reference, (one) => one.erase()),
    subscribe: (reference, after) => on(reference, (one) => one.subscribe(after)),
    typing: (reference) => on(reference, (one) => one.typing()),
    callBack: (reference, number) => on(reference, (one) => one.callBack(number)),
    carryOn: (reference) => on(reference, (one) => one.carryOn()),
  }
}

/** @throws when an activity cannot be told from another, or has no moment. */
function checked({ id, at, content }: Activity, mask: (text: string) => string): Activity {
  if (!id || Number.isNaN(Date.parse(at))) throw new Error('conversation: an activity needs an id and a moment')
  const within = content.type === 'text' && numberIn(content) ? { ...content, type: 'call-back' as const } : content
  return { id, at, content: maskedContent(within, mask) }
}

/** A number to be called back on goes past the conversation, straight to the desk. */
const numberIn = (content: Activity['content']): string | null =>
  content.type === 'text' ? callBackNumber(content.text) : null

const pauses = [50, 250]

/**
 * Tries again with a new stub when an object was just moving or restarting, as the platform asks; everything that we ask
 * of an object can be asked twice. One that is overloaded is left alone.
 */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await call()
    } catch (error) {
      const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean }
      if (!retryable || overloaded) throw error
      await new Promise((resume) => setTimeout(resume, pause))
    }
  }
  return call()
}
