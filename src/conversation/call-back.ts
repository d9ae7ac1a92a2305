import { answerWith, sayOnce } from './handoff.ts'
import { adapterOf, type Room } from './room.ts'
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

/** The same where no page shows a field for it. Who asked is told how it went; when it came in before, only once. */
export async function callBackInWords(room: Room, number: string, again: boolean): Promise<void> {
  const state = readState(room.storage.sql)
  if (!state || adapterOf(room, state.reference.adapter).capabilities.delivery === 'pull') return
  const request = { conversation: room.name, adapter: state.reference.adapter, lang: langOf(state), number }
  const kept = await room.desk?.callBack(request, cityOf(state))
  const present = readState(room.storage.sql)
  const sentence = kept ? 'conversation.callBack' : 'conversation.callBack.cannot'
  if (!present) return
  room.storage.transactionSync(() => {
    if (again) sayOnce(room, present, sentence)
    else answerWith(room, present, { sentence }, null)
  })
}
