import { deliver } from './deliver.ts'
import { headOf } from './outbox.ts'
import { now, type Room } from './room.ts'

/** Everything that a conversation does by itself. Never throws: after six failures in a row the platform forgets an alarm. */
export async function onAlarm(room: Room): Promise<void> {
  try {
    await deliver(room)
  } catch {
    // Told nowhere but in the outbox: the row stays, and the alarm below comes back to it.
  }
  await arm(room)
}

/** Sets the one alarm for what comes first. Called at the end of everything that could change it. */
export async function arm(room: Room): Promise<void> {
  const { sql, setAlarm } = room.storage
  const head = headOf(sql)
  if (head) await setAlarm(head.state === 'sending' ? now(room) + 30_000 : head.due)
}
