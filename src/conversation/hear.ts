import type { ActivityContent } from '../core/activity.ts'
import { type Draft, draftOf, type Message } from '../core/message.ts'
import { type TooMuch, tooMuch } from './limits.ts'
import { addMessage } from './messages.ts'
import { tellDesk } from './notices.ts'
import { now, type Room } from './room.ts'
import { langOf, type State } from './state.ts'
import { answer, reply, sayTo, takeTurn } from './turn.ts'

/** What somebody says or picks; the other kinds of activity take no turn. */
export type Said = Extract<ActivityContent, { type: 'text' | 'choice' }>

/** Older than this when it arrives: kept, and no longer answered. */
const tooLate = 24 * 3_600_000

type Heard = { seq: number; replies: Message[] }

/** Somebody says something: it becomes a message, and takes its turn unless it is too late, too much or not for us. */
export function hear(room: Room, state: State, said: Said, arrival: number, at: number): Heard {
  const excess = tooMuch(room, said, arrival)
  const message = addMessage(room.storage.sql, spoken(state, said), at, arrival)
  state.seen = Math.max(state.seen, at)
  state.stopped = false
  if (state.handoff) tellDesk(room, state, 'said')
  if (at < now(room) - tooLate) return { seq: message.seq, replies: [] }
  if (state.handoff === 'accepted') return { seq: message.seq, replies: onlyDanger(room, state, said, arrival, at) }
  if (excess) return { seq: message.seq, replies: askToWait(room, state, { said, excess, arrival, at }) }
  state.warned = false
  state.declined = false
  return { seq: message.seq, replies: takeTurn(room, state, said, arrival, at) }
}

function spoken(state: State, said: Said): Draft {
  const text = said.type === 'text' ? said.text : (labelOf(state, said.choice) ?? '')
  return { from: 'citizen', lang: langOf(state), outcome: null, text, blocks: [{ t: 'text', v: text }], choices: [] }
}

const labelOf = ({ memory }: State, choice: string): string | undefined =>
  memory?.offered.find(({ id }) => id === choice)?.label

/** A person has the conversation: the assistant keeps silent, unless somebody is in danger. */
function onlyDanger(room: Room, state: State, said: Said, arrival: number, at: number): Message[] {
  const { output } = answer(room, state, said, state.memory, at)
  if (output.outcome !== 'crisis') return []
  tellDesk(room, state, 'crisis')
  return [reply(room, state, draftOf(output), arrival)]
}

type Excess = { said: Said; excess: TooMuch; arrival: number; at: number }

/**
 * Asks for patience once, then keeps silent until it is quieter. Danger is always answered, except to an echo: two
 * machines would comfort each other for ever.
 */
function askToWait(room: Room, state: State, { said, excess, arrival, at }: Excess): Message[] {
  const danger = excess.echo ? [] : onlyDanger(room, state, said, arrival, at)
  if (danger.length > 0 || state.warned) return danger
  state.warned = true
  return [sayTo(room, state, 'conversation.wait', arrival)]
}

/** An answer to what cannot be read: once, until something is said that can be. */
export function decline(room: Room, state: State, sentence: string, arrival: number, at: number): Message[] {
  if (state.declined || state.handoff === 'accepted' || at < now(room) - tooLate) return []
  state.declined = true
  return [sayTo(room, state, sentence, arrival)]
}
