import type { Deed } from './citizen.ts'
import type { Tap } from './screen.ts'
import { failFrom } from './settings.ts'

/** What a typed line asks for. */
export type Typed =
  | { do: 'send'; deed: Deed }
  | { do: 'fail'; fault: ReturnType<typeof failFrom> }
  | { do: 'help' }
  | { do: 'quit' }
  | { do: 'tell'; what: string }

type Seen = { taps: Tap[]; last: string | null; image: boolean }

/** Reads a line: words, or a command that begins with a stroke. */
export function readLine(line: string, { taps, last, image }: Seen): Typed {
  const [, command = '', rest = ''] = /^\/(\S*)\s*(.*)$/s.exec(line) ?? []
  if (!line.startsWith('/')) return send(image ? { kind: 'image', caption: line } : { kind: 'text', text: line })
  if (/^\d+$/.test(command)) {
    const tap = taps[Number(command) - 1]
    return tap ? send({ kind: 'tap', ...tap }) : { do: 'tell', what: 'there is nothing to tap under that number' }
  }
  if (command === 'image') return send({ kind: 'image', caption: rest })
  if (command === 'voice') return send({ kind: 'voice' })
  if (command === 'place') return send({ kind: 'place', name: rest })
  if (command === 'like')
    return last ? send({ kind: 'like', of: last }) : { do: 'tell', what: 'there is nothing to like yet' }
  if (command === 'fail') return fail(rest)
  return command === 'quit' ? { do: 'quit' } : { do: 'help' }
}

const send = (deed: Deed): Typed => ({ do: 'send', deed })

function fail(rest: string): Typed {
  try {
    return { do: 'fail', fault: failFrom(rest) }
  } catch (error) {
    return { do: 'tell', what: error instanceof Error ? error.message : String(error) }
  }
}
