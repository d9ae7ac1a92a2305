import type { Activity, ActivityContent } from '../core/activity.ts'
import type { Message } from '../core/message.ts'
import type { Accepted } from '../core/ports.ts'
import { first, type Sql } from '../core/storage.ts'
import { keepFeedback } from './feedback.ts'
import { answerToDanger, decline, type Heard, hear, type Said } from './hear.ts'
import { type TooMuch, tooMuch } from './limits.ts'
import { nextSeq, repliesTo } from './messages.ts'
import { cancelAll, takeBack } from './outbox.ts'
import { adapterOf, now, type Room } from './room.ts'
import type { State } from './state.ts'
import { applyStatus } from './statuses.ts'
import { comeFrom, sayTo } from './turn.ts'

type Kept = { arrival: number; content: string; seq: number | null }

/** One activity. Runs inside the transaction that keeps it; changes `state`. */
export function take(room: Room, state: State, given: Activity): Accepted {
  const { sql } = room.storage
  const activity = hasField(room, state) ? { ...given, content: asWords(given.content) } : given
  const { id, content } = activity
  if (content.type === 'status') {
    // Not kept: it can be applied twice without harm, and there are two for each message.
    applyStatus(room, state, content)
    return plain(id, state)
  }
  const at = Math.min(Date.parse(activity.at), now(room))
  const said = saidIn(content)
  const excess = said && tooMuch(room, said)
  const known = excess ? keptUnder(sql, id) : undefined
  if (excess && !known && isRefused(room, state, { said, at, excess }))
    return { ...plain(id, state), retryAfter: excess.seconds }
  const kept = known ? undefined : keep(room, activity, at, said !== null)
  if (!kept) return again(sql, activity, known ?? keptUnder(sql, id), state)
  const { arrival, seq } = kept
  const replies =
    said && seq !== null
      ? hear(room, state, { said, arrival, seq, at, excess })
      : consider(room, state, content, arrival, at)
  if (content.type === 'choice' && content.here) takeBack(room, replies)
  return { ...plain(id, state), seq, replies }
}

/** Nothing to tell of it, but that it is here. */
export const plain = (id: string, { handoff }: State): Accepted => ({
  id,
  seq: null,
  duplicate: false,
  conflict: false,
  replies: [],
  handedOff: handoff === 'accepted',
  retryAfter: null,
})

const keptUnder = (sql: Sql, id: string): Kept | undefined =>
  first<Kept>(sql, 'SELECT arrival, content, seq FROM inbox WHERE id = ?', id)

function again(sql: Sql, { id, content }: Activity, known: Kept | undefined, state: State): Accepted {
  if (!known) throw new Error('conversation: the inbox took nothing in')
  const conflict = known.content !== JSON.stringify(content)
  const replies = conflict ? [] : repliesTo(sql, known.arrival)
  return { ...plain(id, state), seq: known.seq, duplicate: true, conflict, replies }
}

/** Where a page shows a field for a number, words that ask to be called back are words like any other. */
const hasField = (room: Room, { reference }: State): boolean =>
  adapterOf(room, reference.adapter).capabilities.delivery === 'pull'

const asWords = (content: ActivityContent): ActivityContent =>
  content.type === 'call-back' ? { type: 'text', text: content.text } : content

/** What a person says: words, a choice, or a place on the map by its name. Null when it is none of these. */
function saidIn(content: ActivityContent): Said | null {
  if (content.type === 'text' || content.type === 'choice') return content
  return content.type === 'location' && content.name ? { type: 'text', text: content.name } : null
}

/**
 * Who waits for our answer is told to come back, unless somebody is in danger. What is pushed is kept, since refusing it
 * would only bring it again.
 */
function isRefused(room: Room, state: State, heard: Pick<Heard, 'said' | 'at'> & { excess: TooMuch }): boolean {
  const waits = adapterOf(room, state.reference.adapter).capabilities.delivery === 'pull'
  return waits && (heard.excess.echo || !answerToDanger(room, state, heard))
}

/** `seq`: its place among the messages, when it is one. Undefined when it is here already. */
const keep = (room: Room, { id, content }: Activity, at: number, isMessage: boolean) =>
  first<{ arrival: number; seq: number | null }>(
    room.storage.sql,
    `INSERT INTO inbox (id, at, received, content, seq) VALUES (?, ?, ?, ?, ${isMessage ? nextSeq : 'NULL'})
     ON CONFLICT DO NOTHING RETURNING arrival, seq`,
    id,
    at,
    now(room),
    JSON.stringify(content),
  )

/** What an activity that says nothing asks of us, by its kind. */
function consider(room: Room, state: State, content: ActivityContent, arrival: number, at: number): Message[] {
  switch (content.type) {
    case 'location':
      return decline(room, state, 'conversation.location', arrival, at)
    case 'media':
      return decline(room, state, 'conversation.media', arrival, at)
    case 'unknown':
      return decline(room, state, 'conversation.unknown', arrival, at)
    case 'welcome':
      if (content.topic) comeFrom(room, state, content.topic, arrival, at)
      return state.introduced ? [] : [sayTo(room, state, 'conversation.welcome', arrival)]
    case 'stop':
      return stop(room, state, arrival)
    case 'feedback':
      keepFeedback(room, content)
      return []
    case 'reaction': {
      const value = judgementOf(content.emoji)
      if (value) keepFeedback(room, { of: content.of, value, comment: null })
      return []
    }
    case 'moved':
      state.moved = content.to
      return []
    default:
      return []
  }
}

/** A thumb, of any colour, judges an answer; other signs say nothing of it. */
function judgementOf(emoji: string | null): 1 | -1 | null {
  if (emoji?.startsWith('👎')) return -1
  return emoji?.startsWith('👍') ? 1 : null
}

/** The citizen wants nothing more: what has not left is dropped, and one last message says so. */
function stop(room: Room, state: State, arrival: number): Message[] {
  if (state.stopped) return []
  cancelAll(room)
  const last = sayTo(room, state, 'conversation.stopped', arrival)
  state.stopped = true
  return [last]
}
