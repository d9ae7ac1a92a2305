import { isAsking } from './dialogs.ts'
import { type Command, commandOf } from './keys.ts'

type Heard = {
  acts: Partial<Record<Command, () => void>>
  /** The line to type in: a question mark there is a letter, unless it is the first. */
  line: { has: (target: EventTarget | null) => boolean; isEmpty: () => boolean }
  picked: (place: number) => void
  answered: (place: number) => void
}

/** Lets the keys of the whole page do what they stand for; while a question is asked in front of it, none does. */
export function listen({ acts, line, picked, answered }: Heard): void {
  document.addEventListener('keydown', (event) => {
    if (isAsking()) return
    const asksForKeys = event.key === '?' && (line.has(event.target) ? line.isEmpty() : event.target === document.body)
    const command = asksForKeys ? 'help' : commandOf(event)
    if (!command) return
    event.preventDefault()
    const place = /^pick(\d)$/.exec(command)?.[1]
    if (!place) return acts[command]?.()
    return event.shiftKey ? answered(Number(place)) : picked(Number(place))
  })
}
