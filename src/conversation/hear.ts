import type { ActivityContent } from '../core/activity.ts'
import type { AskOutput } from '../core/ask.ts'
import { codeOf, log } from '../core/log.ts'
import { type Draft, draftOf, type Message } from '../core/message.ts'
import type { TooMuch } from './limits.ts'
import { addMessage } from './messages.ts'
import { tellDesk } from './notices.ts'
import { ownData } from './own-data.ts'
import { now, type Room } from './room.ts'
import { langOf, type State } from './state.ts'
import { answer, reply, sayTo, takeTurn } from './turn.ts'

/** What somebody says or picks; the other kinds of activity take no turn. */
export type Said = Extract<ActivityContent, { type: 'text' | 'choice' }>

/** Older than this when it arrives: kept, and no longer answered. */
const tooLate = 24 * 3_600_000

/** `seq`: its place among the messages. `excess`: what makes it too much, if it is. `at`: when it was sent. */
export type Heard = { said: Said; arrival: number; seq: number; at: number; excess: TooMuch | null }

/** Somebody says something: it becomes a message, and takes its turn unless it is too late, too much or not for us. */
export function hear(room: Room, state: State, heard: Heard): Message[] {
  const { said, arrival, seq, at, excess } = heard
  addMessage(room.storage.sql, spoken(state, said), at, arrival, seq)
  state.seen = Math.max(state.seen, at)
  state.stopped = false
  const own = ownData(room, state, heard)
  if (own) return own
  if (state.handoff) tellDesk(room, state, 'said')
  if (at < now(room) - tooLate) return []
  if (state.handoff === 'accepted') return onlyDanger(room, state, heard)
  if (excess) return askToWait(room, state, { ...heard, excess })
  state.warned = false
  state.declined = false
  return takeTurn(room, state, said, arrival, at)
}

function spoken(state: State, said: Said): Draft {
  const text = said.type === 'text' ? said.text : (labelOf(state, said.choice) ?? '')
  return { from: 'citizen', lang: langOf(state), outcome: null, text, blocks: [{ t: 'text', v: text }], choices: [] }
}

const labelOf = ({ memory }: State, choice: string): string | undefined =>
  memory?.offered.find(({ id }) => id === choice)?.label

/** What to say to somebody who is in danger; null when they are not, as far as we can tell. */
export function answerToDanger(room: Room, state: State, { said, at }: Pick<Heard, 'said' | 'at'>): AskOutput | null {
  try {
    const { output } = answer(room, state, said, state.memory, at)
    return output.outcome === 'crisis' ? output : null
  } catch (error) {
    log({ event: 'turn-failed', adapter: state.reference.adapter, code: codeOf(error) })
    return null
  }
}

/** A person has the conversation, or it is too much: the assistant keeps silent, unless somebody is in danger. */
function onlyDanger(room: Room, state: State, heard: Heard): Message[] {
  const output = answerToDanger(room, state, heard)
  if (!output) return []
  tellDesk(room, state, 'crisis')
  return [reply(room, state, draftOf(output), heard.arrival)]
}

/**
 * Asks for patience once, then keeps silent until it is quieter. Danger is always answered, except to an echo: two
 * machines would comfort each other for ever.
 */
function askToWait(room: Room, state: State, heard: Heard & { excess: TooMuch }): Message[] {
  const danger = heard.excess.echo ? [] : onlyDanger(room, state, heard)
  if (danger.length > 0 || state.warned) return danger
  state.warned = true
  return [sayTo(room, state, 'conversation.wait', heard.arrival)]
}

/** An answer to what cannot be read: once, until something is said that can be. */
export function decline(room: Room, state: State, sentence: string, arrival: number, at: number): Message[] {
  if (state.declined || state.handoff === 'accepted' || at < now(room) - tooLate) return []
  state.declined = true
  return [sayTo(room, state, sentence, arrival)]
}
