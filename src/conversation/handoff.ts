import { type Draft, draftOf, type Message } from '../core/message.ts'
import type { HandoffState } from '../core/ports.ts'
import { rows } from '../core/storage.ts'
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
      const messages = state ? nobody(room, state) : []
      return { state: 'nobody', openNow: false, nextOpening: null, messages }
    }
    const sentence = standing.openNow ? 'conversation.queued' : 'conversation.closed'
    const messages = state.handoff ? [] : [request(room, state, sentence, null)]
    return { state: state.handoff ?? 'queued', ...standing, messages }
  })
}

/** Says it again only when something was said in between. */
function nobody(room: Room, state: State): Message[] {
  const [last] = rows<{ body: string }>(room.storage.sql, 'SELECT body FROM message ORDER BY seq DESC LIMIT 1')
  const draft = draftFor(room, state, 'conversation.nobody')
  const said = last ? (JSON.parse(last.body) as Draft).text : ''
  if (said.endsWith(draft.text)) return []
  return [answerWith(room, state, 'conversation.nobody', null)]
}

/** The same, asked for in words: the desk says later whether somebody is there. */
export function requestPerson(room: Room, state: State, arrival: number): Message[] {
  if (!room.desk || cityOf(state) === null) return [answerWith(room, state, 'conversation.nobody', arrival)]
  return state.handoff ? [] : [request(room, state, 'conversation.queued', arrival)]
}

function request(room: Room, state: State, sentence: string, arrival: number | null): Message {
  state.handoff = 'queued'
  tellDesk(room, state, 'requested')
  return answerWith(room, state, sentence, arrival)
}

function answerWith(room: Room, state: State, sentence: string, arrival: number | null): Message {
  const message = reply(room, state, draftFor(room, state, sentence), arrival)
  writeState(room.storage.sql, state)
  return message
}

function draftFor(room: Room, state: State, sentence: string): Draft {
  const output = room.assistant.person(sentence, { lang: langOf(state), city: cityOf(state) })
  return { ...draftOf(output), outcome: state.handoff ? 'handed-off' : output.outcome }
}
