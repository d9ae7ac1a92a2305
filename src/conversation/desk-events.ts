import type { DeskEvent } from '../core/ports.ts'
import { first } from '../core/storage.ts'
import { tellDesk } from './notices.ts'
import { now, type Room } from './room.ts'
import { cityOf, langOf, readState, type State, writeState } from './state.ts'
import { post } from './turn.ts'

/**
 * What a person at the desk does: joins, says, leaves, closes. Each event once. False when there is no such conversation
 * any more, or when somebody speaks who has not joined.
 */
export function fromDesk(room: Room, event: DeskEvent): boolean {
  if (event.kind === 'typing') {
    room.stream.tell('typing', { on: event.on })
    return true
  }
  const happened = room.storage.transactionSync(() => take(room, event))
  const sign = signs[event.kind]
  if (happened === 'now' && sign) room.stream.tell(sign, {})
  return happened !== 'never'
}

/** What who listens is told of what is no message. */
const signs: Partial<Record<DeskEvent['kind'], string>> = {
  joined: 'agent_joined',
  left: 'agent_left',
  closed: 'closed',
}

type Lasting = Exclude<DeskEvent, { kind: 'typing' }>

function take(room: Room, event: Lasting): 'now' | 'before' | 'never' {
  const { sql } = room.storage
  const state = readState(sql)
  if (!state) return 'never'
  const id = `desk:${event.id}`
  if (first(sql, 'SELECT 1 FROM inbox WHERE id = ?', id)) return 'before'
  if (event.kind === 'said' && state.handoff !== 'accepted') return 'never'
  const content = JSON.stringify({ type: 'quiet', kind: `desk-${event.kind}` })
  sql.exec('INSERT INTO inbox (id, at, received, content) VALUES (?, ?, ?, ?)', id, now(room), now(room), content)
  happen(room, state, event)
  writeState(sql, state)
  return 'now'
}

function happen(room: Room, state: State, event: Lasting): void {
  if (event.kind === 'said') {
    write(room, state, 'desk', event.text)
    return
  }
  state.handoff = handoffAfter[event.kind]
  write(room, state, 'system', announcement(room, state, event))
  if (event.kind === 'closed') tellDesk(room, state, 'closed')
}

function write(room: Room, state: State, from: 'desk' | 'system', text: string): void {
  const blocks = [{ t: 'text' as const, v: text }]
  post(room, state, { from, lang: langOf(state), outcome: null, text, blocks, choices: [] }, null)
}

/** The citizen always knows who speaks: a person by name, or the assistant again. */
function announcement(room: Room, state: State, event: Exclude<Lasting, { kind: 'said' }>): string {
  const say = (name: string, values?: Record<string, string>): string =>
    room.assistant.say(name, langOf(state), cityOf(state), values)
  if (event.kind !== 'joined') return say(`conversation.agent.${event.kind}`)
  return event.name ? say('conversation.agent.joined', { name: event.name }) : say('conversation.agent.someone')
}

const handoffAfter = { joined: 'accepted', left: 'queued', closed: null } as const
