import type { Activity, ActivityContent } from '../core/activity.ts'
import type { Draft, Message } from '../core/message.ts'
import type { Accepted } from '../core/ports.ts'
import { first, type Sql } from '../core/storage.ts'
import { addMessage, repliesTo } from './messages.ts'
import { now, type Room } from './room.ts'
import type { State } from './state.ts'
import { reply, type Said, takeTurn } from './turn.ts'

type Kept = { arrival: number; content: string; seq: number | null }

/** Older than this when it arrives: kept, and no longer answered. */
const tooLate = 24 * 3_600_000

/** One activity. Runs inside the transaction that keeps it; changes `state`. */
export function take(room: Room, state: State, activity: Activity): Accepted {
  const { sql } = room.storage
  const known = first<Kept>(sql, 'SELECT arrival, content, seq FROM inbox WHERE id = ?', activity.id)
  if (known) return again(sql, activity, known, state)
  const at = Math.min(Date.parse(activity.at), now(room))
  const arrival = keep(room, activity, at)
  const { seq, replies } = consider(room, state, activity.content, arrival, at)
  if (seq !== null) sql.exec('UPDATE inbox SET seq = ? WHERE arrival = ?', seq, arrival)
  return { ...plain(activity.id, state), seq, replies }
}

const plain = (id: string, { handoff }: State): Accepted => ({
  id,
  seq: null,
  duplicate: false,
  conflict: false,
  replies: [],
  handedOff: handoff === 'accepted',
  retryAfter: null,
})

function again(sql: Sql, { id, content }: Activity, known: Kept, state: State): Accepted {
  const conflict = known.content !== JSON.stringify(content)
  return {
    ...plain(id, state),
    seq: known.seq,
    duplicate: true,
    conflict,
    replies: conflict ? [] : repliesTo(sql, known.arrival),
  }
}

function keep(room: Room, { id, content }: Activity, at: number): number {
  const row = first<{ arrival: number }>(
    room.storage.sql,
    'INSERT INTO inbox (id, at, received, content) VALUES (?, ?, ?, ?) RETURNING arrival',
    id,
    at,
    now(room),
    JSON.stringify(content),
  )
  if (!row) throw new Error('conversation: the inbox gave no number')
  return row.arrival
}

type Outcome = { seq: number | null; replies: Message[] }
const nothing: Outcome = { seq: null, replies: [] }

/** What an activity asks of us, by its kind. */
function consider(room: Room, state: State, content: ActivityContent, arrival: number, at: number): Outcome {
  switch (content.type) {
    case 'text':
    case 'choice':
      return hear(room, state, content, arrival, at)
    case 'location':
      return content.name
        ? hear(room, state, { type: 'text', text: content.name }, arrival, at)
        : { seq: null, replies: [say(room, state, 'conversation.location', arrival)] }
    case 'media':
      return { seq: null, replies: [say(room, state, 'conversation.media', arrival)] }
    case 'unknown':
      return { seq: null, replies: [say(room, state, 'conversation.unknown', arrival)] }
    case 'welcome':
      return state.introduced ? nothing : { seq: null, replies: [say(room, state, 'conversation.welcome', arrival)] }
    default:
      return nothing
  }
}

/** Somebody says something: it becomes a message, and takes its turn unless it is too late or not for us. */
function hear(room: Room, state: State, said: Said, arrival: number, at: number): Outcome {
  const message = addMessage(room.storage.sql, spoken(state, said), at, arrival)
  const silent = at < now(room) - tooLate || state.handoff === 'accepted'
  state.seen = Math.max(state.seen, at)
  return { seq: message.seq, replies: silent ? [] : takeTurn(room, state, said, arrival, at) }
}

function spoken({ memory, reference }: State, said: Said): Draft {
  const text = said.type === 'text' ? said.text : (memory?.offered.find(({ id }) => id === said.choice)?.label ?? '')
  const lang = memory?.lang ?? reference.lang ?? 'nl'
  return { from: 'citizen', lang, outcome: null, text, blocks: [{ t: 'text', v: text }], choices: [] }
}

/** One of our fixed sentences, as a reply. */
function say(room: Room, state: State, name: string, arrival: number): Message {
  const { memory, reference } = state
  const lang = memory?.lang ?? reference.lang ?? 'nl'
  const text = room.assistant.say(name, lang, memory?.city ?? reference.city)
  return reply(
    room,
    state,
    { from: 'bot', lang, outcome: null, text, blocks: [{ t: 'text', v: text }], choices: [] },
    arrival,
  )
}
