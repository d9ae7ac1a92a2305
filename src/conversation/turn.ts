import type { AskOutput } from '../core/ask.ts'
import { codeOf, log } from '../core/log.ts'
import type { Memory } from '../core/memory.ts'
import { type Draft, draftOf, type Message } from '../core/message.ts'
import type { TalkInput } from '../core/ports.ts'
import { first, rows } from '../core/storage.ts'
import { requestPerson } from './handoff.ts'
import type { Said } from './hear.ts'
import { addMessage } from './messages.ts'
import { tellDesk } from './notices.ts'
import { layOut } from './outbox.ts'
import { now, type Room } from './room.ts'
import { cityOf, langOf, type State } from './state.ts'

type Kept = { arrival: number; at: number; content: string }
type Told = { output: AskOutput; memory: Memory }

/**
 * The assistant's turn on what was said. What came in late takes its turn where it belongs: it is answered out of what
 * was remembered then, and what is remembered now becomes what it would have been in order.
 */
export function takeTurn(room: Room, state: State, said: Said, arrival: number, at: number): Message[] {
  const { sql } = room.storage
  const inOrder = at >= state.latest
  let told: Told
  try {
    told = answer(room, state, said, inOrder ? state.memory : memoryBefore(room, at, arrival), at)
  } catch (error) {
    // Stored all the same: delivered again, it would only break again.
    log({ event: 'turn-failed', adapter: state.reference.adapter, code: codeOf(error) })
    return [sayTo(room, state, 'conversation.broken', arrival)]
  }
  sql.exec('UPDATE inbox SET memory = ? WHERE arrival = ?', JSON.stringify(told.memory), arrival)
  state.memory = inOrder ? told.memory : retell(room, state, told.memory, at, arrival)
  state.latest = Math.max(state.latest, at)
  if (told.output.outcome === 'crisis') tellDesk(room, state, 'crisis')
  const message = reply(room, state, draftOf(told.output), arrival)
  return told.output.outcome === 'handed-off' ? [message, ...requestPerson(room, state, arrival)] : [message]
}

/**
 * The page that somebody comes from is remembered as if they had picked it, so that "wat kost dat?" is about it. Nothing
 * is said of it, and what is asked in full is about something else all the same.
 */
export function comeFrom(room: Room, state: State, topic: string, arrival: number, at: number): void {
  const { memory } = answer(room, state, { type: 'choice', choice: topic, of: null }, null, at)
  // Where languages have equal weight, nobody has chosen one by opening a page.
  state.memory = { ...memory, lang: null }
  room.storage.sql.exec('UPDATE inbox SET memory = ? WHERE arrival = ?', JSON.stringify(state.memory), arrival)
}

/** What the assistant makes of it, given what is remembered. */
export const answer = (room: Room, state: State, said: Said, memory: Memory | null, at: number): Told =>
  room.assistant.talk(inputOf(state, said, at), memory)

/** The turn on what was said under an id, taken again out of what was remembered before it. Null when it took none. */
export function answerTo(room: Room, state: State, id: string): AskOutput | null {
  const row = first<Kept>(
    room.storage.sql,
    'SELECT arrival, at, content FROM inbox WHERE id = ? AND memory IS NOT NULL',
    id,
  )
  if (!row) return null
  return answer(room, state, saidIn(row.content), memoryBefore(room, row.at, row.arrival), row.at).output
}

/** What the assistant says. The first time, it says what it is. */
export function reply(room: Room, state: State, draft: Draft, arrival: number | null): Message {
  const whole = state.introduced ? draft : introduced(room, state, draft)
  state.introduced = true
  return post(room, state, whole, arrival)
}

/** Adds a message to the conversation and lays it ready to be sent. */
export function post(room: Room, state: State, draft: Draft, arrival: number | null): Message {
  const message = addMessage(room.storage.sql, draft, now(room), arrival)
  layOut(room, state, message)
  return message
}

/** One of our fixed sentences, as a reply. */
export function sayTo(
  room: Room,
  state: State,
  sentence: string,
  arrival: number | null,
  values: Record<string, string> = {},
): Message {
  const lang = langOf(state)
  const text = room.assistant.say(sentence, lang, cityOf(state), values)
  const blocks = [{ t: 'text' as const, v: text }]
  return reply(room, state, { from: 'bot', lang, outcome: null, text, blocks, choices: [] }, arrival)
}

/** Law and courtesy: people know from the first answer that no person writes it. Danger goes before courtesy. */
function introduced({ assistant }: Room, state: State, draft: Draft): Draft {
  const notice = assistant.say('automated', draft.lang, cityOf(state))
  const block = { t: 'notice' as const, v: notice }
  return draft.outcome === 'crisis'
    ? { ...draft, text: `${draft.text}\n\n${notice}`, blocks: [...draft.blocks, block] }
    : { ...draft, text: `${notice}\n\n${draft.text}`, blocks: [block, ...draft.blocks] }
}

function memoryBefore({ storage }: Room, at: number, arrival: number): Memory | null {
  const row = first<{ memory: string }>(
    storage.sql,
    `SELECT memory FROM inbox WHERE memory IS NOT NULL AND (at < ?1 OR (at = ?1 AND arrival < ?2))
     ORDER BY at DESC, arrival DESC LIMIT 1`,
    at,
    arrival,
  )
  return row ? (JSON.parse(row.memory) as Memory) : null
}

/** Goes again through the turns after a late one, and gives back what is remembered at the end. */
export function retell(room: Room, state: State, memory: Memory | null, at: number, arrival: number): Memory | null {
  const { sql } = room.storage
  const later = rows<Kept>(
    sql,
    `SELECT arrival, at, content FROM inbox WHERE memory IS NOT NULL AND (at > ?1 OR (at = ?1 AND arrival > ?2))
     ORDER BY at, arrival`,
    at,
    arrival,
  )
  return later.reduce<Memory | null>((known, row) => {
    const told = answer(room, state, saidIn(row.content), known, row.at)
    sql.exec('UPDATE inbox SET memory = ? WHERE arrival = ?', JSON.stringify(told.memory), row.arrival)
    return told.memory
  }, memory)
}

/** What was said in an inbox row; a place on the map is said by its name, a page that somebody comes from is picked. */
function saidIn(content: string): Said {
  const said = JSON.parse(content) as Said | { type: 'location'; name: string } | { type: 'welcome'; topic: string }
  if (said.type === 'welcome') return { type: 'choice', choice: said.topic, of: null }
  return said.type === 'location' ? { type: 'text', text: said.name } : said
}

const inputOf = ({ reference: { city, lang } }: State, said: Said, at: number): TalkInput => ({
  said: said.type === 'text' ? { text: said.text } : { choice: said.choice },
  city,
  lang,
  at: new Date(at).toISOString(),
})
