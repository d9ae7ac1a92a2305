import type { Activity } from '../core/activity.ts'
import type { Memory } from '../core/memory.ts'
import { type Draft, draftOf, type Message } from '../core/message.ts'
import type { TalkInput } from '../core/ports.ts'
import { first, rows } from '../core/storage.ts'
import { addMessage } from './messages.ts'
import { layOut } from './outbox.ts'
import { now, type Room } from './room.ts'
import type { State } from './state.ts'

/** What somebody says or picks; the other kinds of activity take no turn. */
export type Said = Extract<Activity['content'], { type: 'text' | 'choice' }>

type Kept = { arrival: number; at: number; content: string }

/**
 * The assistant's turn on what was said. What came in late takes its turn where it belongs: it is answered out of what
 * was remembered then, and what is remembered now becomes what it would have been in order.
 */
export function takeTurn(room: Room, state: State, said: Said, arrival: number, at: number): Message[] {
  const { sql } = room.storage
  const before = at >= state.latest ? state.memory : memoryBefore(room, at, arrival)
  const { output, memory } = room.assistant.talk(inputOf(state, said, at), before)
  sql.exec('UPDATE inbox SET memory = ? WHERE arrival = ?', JSON.stringify(memory), arrival)
  state.memory = at >= state.latest ? memory : retell(room, state, memory, at, arrival)
  state.latest = Math.max(state.latest, at)
  return [reply(room, state, draftOf(output), arrival)]
}

/** Adds what we say to the conversation and lays it ready to be sent. The first time, it says what we are. */
export function reply(room: Room, state: State, draft: Draft, arrival: number | null): Message {
  const message = addMessage(
    room.storage.sql,
    state.introduced ? draft : introduced(room, state, draft),
    now(room),
    arrival,
  )
  state.introduced = true
  layOut(room, state, message)
  return message
}

/** Law and courtesy: people know from the first answer that no person writes it. Danger goes before courtesy. */
function introduced({ assistant }: Room, { memory, reference }: State, draft: Draft): Draft {
  const notice = assistant.say('automated', draft.lang, memory?.city ?? reference.city)
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
function retell(room: Room, state: State, memory: Memory, at: number, arrival: number): Memory {
  const { sql } = room.storage
  const later = rows<Kept>(
    sql,
    `SELECT arrival, at, content FROM inbox WHERE memory IS NOT NULL AND (at > ?1 OR (at = ?1 AND arrival > ?2))
     ORDER BY at, arrival`,
    at,
    arrival,
  )
  return later.reduce((known, row) => {
    const told = room.assistant.talk(inputOf(state, JSON.parse(row.content) as Said, row.at), known)
    sql.exec('UPDATE inbox SET memory = ? WHERE arrival = ?', JSON.stringify(told.memory), row.arrival)
    return told.memory
  }, memory)
}

const inputOf = ({ reference: { city, lang } }: State, said: Said, at: number): TalkInput => ({
  said: said.type === 'text' ? { text: said.text } : { choice: said.choice },
  city,
  lang,
  at: new Date(at).toISOString(),
})
