import type { Room } from './room.ts'
import { cityOf, langOf, readState } from './state.ts'
import { sayTo } from './turn.ts'

/** Hands a number to the desk, and says that somebody will call. The number itself is kept nowhere here, and never said. */
export async function callBack(room: Room, number: string): Promise<{ until: string } | null> {
  const state = readState(room.storage.sql)
  if (!state || !room.desk) return null
  const request = { conversation: room.name, adapter: state.reference.adapter, lang: langOf(state), number }
  const kept = await room.desk.callBack(request, cityOf(state))
  const present = kept && readState(room.storage.sql)
  if (present) room.storage.transactionSync(() => sayTo(room, present, 'conversation.callBack', null))
  return kept
}
