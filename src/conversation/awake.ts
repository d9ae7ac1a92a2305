import type { Room } from './room.ts'

/** Until when a conversation is to stay awake. */
const until = new WeakMap<Room, number>()

/**
 * Keeps a conversation awake for as long as the house says after it was asked something. The runtime lets an object go
 * ten seconds after its last request, sooner than most people have read an answer, and opening it again costs as much as
 * half a message.
 */
export function stayAwake(room: Room): void {
  const { awakeMs = 0 } = room
  if (awakeMs === 0) return
  const waiting = until.has(room)
  until.set(room, Date.now() + awakeMs)
  if (!waiting) room.background(wait(room, awakeMs))
}

async function wait(room: Room, awakeMs: number): Promise<void> {
  for (let left = awakeMs; left > 0; left = (until.get(room) ?? 0) - Date.now())
    await new Promise((resume) => setTimeout(resume, left))
  until.delete(room)
}
