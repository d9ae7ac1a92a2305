import { draftOf, type Message } from '../core/message.ts'
import type { HandoffState } from '../core/ports.ts'
import { tellDesk } from './notices.ts'
import type { Room } from './room.ts'
import { cityOf, langOf, readState, type State, writeState } from './state.ts'
import { reply } from './turn.ts'

/** Asks for a person, and says how that stands. Nobody is promised who is not there. */
export async function handoff(room: Room): Promise<HandoffState> {
  const before = readState(room.storage.sql)
  const standing = (await room.desk?.standing(before ? cityOf(before) : null)) ?? null
  return room.storage.transactionSync(() => {
    const state = readState(room.storage.sql)
    if (!state || !standing) {
      if (state) answerWith(room, state, 'conversation.nobody', null)
      return { state: 'nobody', openNow: false, nextOpening: null }
    }
    if (!state.handoff) request(room, state, standing.openNow ? 'conversation.queued' : 'conversation.closed', null)
    return { state: state.handoff ?? 'queued', ...standing }
  })
}

/** The same, asked for in words: the desk says later whether somebody is there. */
export function requestPerson(room: Room, state: State, arrival: number): Message[] {
  if (!room.desk) return [answerWith(room, state, 'conversation.nobody', arrival)]
  return state.handoff ? [] : [request(room, state, 'conversation.queued', arrival)]
}

function request(room: Room, state: State, sentence: string, arrival: number | null): Message {
  state.handoff = 'queued'
  tellDesk(room, state, 'requested')
  return answerWith(room, state, sentence, arrival)
}

function answerWith(room: Room, state: State, sentence: string, arrival: number | null): Message {
  const output = room.assistant.person(sentence, { lang: langOf(state), city: cityOf(state) })
  const outcome = state.handoff ? ('handed-off' as const) : output.outcome
  const message = reply(room, state, { ...draftOf(output), outcome }, arrival)
  writeState(room.storage.sql, state)
  return message
}
