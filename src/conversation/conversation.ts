import type { Activity, ConversationReference } from '../core/activity.ts'
import type { AskOutput } from '../core/ask.ts'
import type { Message } from '../core/message.ts'
import type {
  Accepted,
  DeskEvent,
  Door,
  HandedConversation,
  HandoffState,
  Rules,
  Shut,
  Transcript,
  Visit,
} from '../core/ports.ts'
import { isMade } from '../core/storage.ts'
import { accept } from './accept.ts'
import { arm, armFor, firstOf, forgetAlarm, work } from './alarm.ts'
import { stayAwake } from './awake.ts'
import { callBack, callBackInWords } from './call-back.ts'
import { fromDesk } from './desk-events.ts'
import { erase } from './erase.ts'
import { type Feedback, feedbackIn, keepFeedback } from './feedback.ts'
import { readForDesk } from './for-desk.ts'
import { handoff, noStanding } from './handoff.ts'
import { messagesAfter } from './messages.ts'
import { adopt, type Moving } from './move.ts'
import { now, type Room } from './room.ts'
import { migrate } from './schema.ts'
import { cityOf, readState } from './state.ts'
import { answerTo } from './turn.ts'
import { visit } from './visit.ts'

/** One conversation over its storage: what its object offers to the Worker, to the desk and to other conversations. */
export type Conversation = {
  /** `reference` is null for what another conversation passes on. */
  accept(reference: ConversationReference | null, activities: Activity[]): Promise<Accepted[]>
  enter(reference: ConversationReference, door: Door, activities: Activity[]): Promise<Accepted[] | Shut>
  answerTo(id: string): Promise<AskOutput | null>
  visit(rules: Rules): Promise<Visit | null>
  history(page: { after: number; limit: number }): Promise<Message[]>
  feedback(given: Feedback): Promise<boolean>
  handoff(): Promise<HandoffState>
  transcript(): Promise<Transcript | null>
  erase(): Promise<void>
  subscribe(after: number): Promise<Response>
  typing(): Promise<void>
  callBack(number: string): Promise<{ until: string } | null>
  /** The same, asked for in words: who cannot be called back is told so. `again`: it came in before. */
  callBackInWords(number: string, again: boolean): Promise<void>
  carryOn(): Promise<{ code: string; expiresAt: string } | null>
  forDesk(): Promise<HandedConversation | null>
  fromDesk(event: DeskEvent): Promise<boolean>
  adopt(moving: Moving): Promise<void>
  alarm(): Promise<void>
}

export function conversationIn(room: Room): Conversation {
  const { sql } = room.storage
  if (isMade(sql)) migrate(room.storage)
  /** What is asked of a conversation that was never begun, or is erased, makes nothing: it gets `otherwise`. */
  const ifMade = async <T, O>(work: () => T | Promise<T>, otherwise: O): Promise<T | O> =>
    isMade(sql) ? await work() : otherwise
  /** After anything that could have added a message or something to do. */
  const settled = async <T>(result: T): Promise<T> => {
    if (!isMade(sql)) return result
    room.stream.publish()
    await arm(room)
    return result
  }
  const takeIn = async (reference: ConversationReference | null, activities: Activity[], door: Door | null) => {
    await room.refresh?.()
    const taken = await accept(room, reference, activities, door)
    if (typeof taken === 'string') return taken
    room.stream.publish()
    stayAwake(room)
    const due = taken.dues && firstOf(taken.dues)
    if (!taken.dues || due === null || !isMade(sql)) return taken.accepted
    if (due > now(room)) await armFor(room, due)
    else room.background(work(room, taken.dues))
    return taken.accepted
  }
  return {
    accept: async (reference, activities) => (await takeIn(reference, activities, null)) as Accepted[],
    enter: (reference, door, activities) => takeIn(reference, activities, door),
    answerTo: (id) => ifMade(() => answerIn(room, id), null),
    visit: (rules) => ifMade(() => visit(room, rules), null),
    history: ({ after, limit }) => ifMade(() => messagesAfter(sql, after, limit), []),
    feedback: (given) => ifMade(() => settled(keepFeedback(room, given)), false),
    handoff: () => ifMade(async () => settled(await handoff(room)), nobody),
    transcript: () => ifMade(() => transcript(room), null),
    erase: () => ifMade(async () => settled(await erase(room)), undefined),
    subscribe: async (after) => ifMade(() => room.stream.subscribe(after), new Response(null, { status: 404 })),
    typing: () => ifMade(() => typing(room), undefined),
    callBack: (number) => ifMade(async () => settled(await callBack(room, number)), null),
    callBackInWords: (number, again) =>
      ifMade(async () => settled(await callBackInWords(room, number, again)), undefined),
    carryOn: () => ifMade(() => carryOn(room), null),
    forDesk: () => ifMade(() => readForDesk(room), null),
    fromDesk: (event) => ifMade(() => settled(fromDesk(room, event)), false),
    async adopt(moving) {
      if (!isMade(sql)) migrate(room.storage)
      await settled(adopt(room, moving))
    },
    alarm: () => {
      forgetAlarm(room)
      return ifMade(() => work(room), undefined)
    },
  }
}

const nobody: HandoffState = { state: 'nobody', ...noStanding, messages: [] }

function answerIn(room: Room, id: string): AskOutput | null {
  const state = readState(room.storage.sql)
  return state && answerTo(room, state, id)
}

async function typing(room: Room): Promise<void> {
  const state = readState(room.storage.sql)
  if (state?.handoff) await room.desk?.typing(room.name, cityOf(state))
}

async function carryOn(room: Room): Promise<{ code: string; expiresAt: string } | null> {
  const state = readState(room.storage.sql)
  return state && room.desk ? room.desk.carryOn(room.name, cityOf(state)) : null
}

function transcript(room: Room): Transcript | null {
  const { sql } = room.storage
  const state = readState(sql)
  if (!state) return null
  const startedAt = new Date(state.started).toISOString()
  return { city: cityOf(state), startedAt, messages: messagesAfter(sql, -1, 100_000), feedback: feedbackIn(room) }
}
