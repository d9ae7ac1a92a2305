import { wire } from '../core/message.ts'
import { first, type Sql } from '../core/storage.ts'
import { messagesAfter } from './messages.ts'

/** Server-sent events of one conversation: messages as they come, and signs of the desk that are kept nowhere. */
export type Stream = {
  subscribe(after: number): Response
  /** Sends what was stored since. Called after every transaction that may have added a message. */
  publish(): void
  /** Something that is not a message: `typing`, `handover`, `agent_joined`, `agent_left`, `closed`. */
  tell(event: string, data: Record<string, unknown>): void
  close(): void
}

type Listener = { after: number; heard: number; write(text: string): void; end(): void }

/** More in one conversation at once, and the oldest is closed. */
const mostListeners = 3
const heartbeat = 15_000
/** An open stream keeps the object awake: one in which nothing happens ends, and the client comes back. */
const longestSilence = 60_000
const fullPage = 50

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

export function streamOf(sql: Sql): Stream {
  const listeners = new Set<Listener>()
  const send = (listener: Listener): void => {
    for (const message of messagesAfter(sql, listener.after, 1000)) {
      listener.write(eventOf('message', wire(message), message.seq))
      listener.after = message.seq
      listener.heard = Date.now()
    }
  }
  return {
    subscribe(after) {
      for (const oldest of [...listeners].slice(0, Math.max(0, listeners.size - mostListeners + 1))) oldest.end()
      return openStream((listener) => {
        listeners.add(listener)
        listener.after = startingPoint(sql, after, listener)
        send(listener)
        return () => listeners.delete(listener)
      })
    },
    publish() {
      for (const listener of listeners) send(listener)
    },
    tell(event, data) {
      for (const listener of listeners) listener.write(eventOf(event, data))
    },
    close() {
      for (const listener of listeners) listener.end()
    },
  }
}

/** Where to go on. From a place that we do not know the client begins anew, with the last page. */
function startingPoint(sql: Sql, after: number, listener: Listener): number {
  const { oldest, newest } = first<{ oldest: number | null; newest: number | null }>(
    sql,
    'SELECT min(seq) AS oldest, max(seq) AS newest FROM message',
  ) ?? { oldest: null, newest: null }
  const known = after <= (newest ?? -1) && after >= (oldest ?? 0) - 1
  if (known) return after
  listener.write(eventOf('reset', {}))
  return Math.max((oldest ?? 0) - 1, (newest ?? -1) - fullPage)
}

function openStream(join: (listener: Listener) => () => void): Response {
  const bytes = new TextEncoder()
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  let leave = (): void => {}
  let beat: ReturnType<typeof setInterval> | undefined
  const listener: Listener = {
    after: -1,
    heard: Date.now(),
    write: (text) => void writer.write(bytes.encode(text)).catch(() => listener.end()),
    end() {
      leave()
      clearInterval(beat)
      writer.close().catch(() => {})
    },
  }
  listener.write('retry: 2000\n\n')
  leave = join(listener)
  beat = setInterval(() => {
    if (Date.now() - listener.heard >= longestSilence) listener.end()
    else listener.write(': ping\n\n')
  }, heartbeat)
  return new Response(readable, { headers })
}

const eventOf = (event: string, data: unknown, id?: number): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
