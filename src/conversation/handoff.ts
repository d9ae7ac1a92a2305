import { type Draft, draftOf, type Message } from '../core/message.ts'
import type { HandoffState, Standing } from '../core/ports.ts'
import { rows } from '../core/storage.ts'
import { askStanding, tellDesk } from './notices.ts'
import { adapterOf, type Room } from './room.ts'
import { cityOf, langOf, readState, type State, writeState } from './state.ts'
import { post, reply } from './turn.ts'

/** Asks for a person, and says how that stands. Nobody is promised who is not there. */
export async function handoff(room: Room): Promise<HandoffState> {
  const before = readState(room.storage.sql)
  const standing = (await room.desk?.standing(before ? cityOf(before) : null, room.name)) ?? null
  return room.storage.transactionSync(() => {
    const state = readState(room.storage.sql)
    if (!state || !standing) {
      const messages = state ? sayOnce(room, state, 'conversation.nobody') : []
      return { state: 'nobody', ...noStanding, messages }
    }
    const messages = state.handoff ? [] : [request(room, state, sentenceFor(room, state, standing), null)]
    const place = state.handoff === 'accepted' ? null : standing.place
    return { state: state.handoff ?? 'queued', ...standing, place, messages }
  })
}

/** How it stands where there is nobody to ask. */
export const noStanding = { openNow: false, nextOpening: null, place: null, waitMinutes: null, callBack: false }

/**
 * What is said of how somebody stands, and how to be called back instead where no page shows a field for the number.
 */
function sentenceFor(room: Room, { reference }: State, standing: Standing): Said {
  const hasField = adapterOf(room, reference.adapter).capabilities.delivery === 'pull'
  const said = standingSentence(standing)
  return standing.callBack && !hasField ? { ...said, more: 'conversation.callBack.offer' } : said
}

/** The place and an honest wait, or when there will be somebody. */
function standingSentence({ openNow, nextOpening, place, waitMinutes }: Standing): Said {
  if (!openNow && nextOpening) return { sentence: 'conversation.closed.until', values: { when: nextOpening } }
  if (!openNow || place === null) return { sentence: openNow ? 'conversation.queued' : 'conversation.closed' }
  const values = { place: String(place), minutes: String(waitMinutes ?? '') }
  return { sentence: waitMinutes === null ? 'conversation.queued.place' : 'conversation.queued.wait', values }
}

type Said = { sentence: string; values?: Record<string, string>; more?: string }

/** Says it again only when something was said in between. */
export function sayOnce(room: Room, state: State, sentence: string): Message[] {
  const [last] = rows<{ body: string }>(room.storage.sql, 'SELECT body FROM message ORDER BY seq DESC LIMIT 1')
  const draft = draftFor(room, state, { sentence })
  const said = last ? (JSON.parse(last.body) as Draft).text : ''
  if (said.endsWith(draft.text)) return []
  return [answerWith(room, state, { sentence }, null)]
}

/** The same, asked for in words: whether somebody is there, and how long it takes, is said once the desk has told it. */
export function requestPerson(room: Room, state: State, arrival: number): Message[] {
  if (!room.desk || cityOf(state) === null)
    return [answerWith(room, state, { sentence: 'conversation.nobody' }, arrival)]
  if (state.handoff) return []
  const asked = request(room, state, { sentence: 'conversation.queued' }, arrival)
  askStanding(room)
  return [asked]
}

function request(room: Room, state: State, said: Said, arrival: number | null): Message {
  state.handoff = 'queued'
  tellDesk(room, state, 'requested')
  return answerWith(room, state, said, arrival)
}

export function answerWith(room: Room, state: State, said: Said, arrival: number | null): Message {
  const message = reply(room, state, draftFor(room, state, said), arrival)
  writeState(room.storage.sql, state)
  return message
}

function draftFor(room: Room, state: State, { sentence, ...further }: Said): Draft {
  const output = room.assistant.person(sentence, { lang: langOf(state), city: cityOf(state), ...further })
  return { ...draftOf(output), outcome: state.handoff ? 'handed-off' : output.outcome }
}

/** Says how somebody stands who asked in words. Who has a person already needs no place in the queue. */
export function sayStanding(room: Room, standing: Standing): void {
  const state = readState(room.storage.sql)
  if (state?.handoff !== 'queued') return
  const said = sentenceFor(room, state, standing)
  const lang = langOf(state)
  const { text } = draftFor(room, state, said)
  const blocks = [{ t: 'text' as const, v: text }]
  post(room, state, { from: 'system', lang, outcome: null, text, blocks, choices: [] }, null)
}
