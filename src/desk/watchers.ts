import type { ObjectState } from 'cloudflare:workers'
import type { DeskChange } from './office/room.ts'

/** A desk page that watches: whose it is, and until when its sign-in was checked. Milliseconds. */
export type Watcher = { subject: string; until: number }

/** What the page reads when it must sign in, or only connect, again. */
export const mustReconnect = 4401

declare const WebSocketPair: new () => { 0: WebSocket; 1: WebSocket }

/** A socket of the platform, with what it keeps for us while the object sleeps. */
type Kept = WebSocket & { serializeAttachment(value: Watcher): void; deserializeAttachment(): Watcher }

/**
 * The pages that watch a desk, over hibernating WebSockets: an object with nothing to do sleeps, and they stay. A page
 * whose sign-in was checked too long ago is sent away; it connects again, which checks it anew.
 */
export function watchersOf(ctx: ObjectState) {
  return {
    open(watcher: Watcher): Response {
      const { 0: theirs, 1: ours } = new WebSocketPair()
      ctx.acceptWebSocket(ours)
      ;(ours as Kept).serializeAttachment(watcher)
      return new Response(null, { status: 101, webSocket: theirs } as ResponseInit)
    },
    /** A page says that it is still there. */
    heard(socket: WebSocket, at: number): void {
      if (isOver(socket as Kept, at)) socket.close(mustReconnect)
      else socket.send('{"type":"here"}')
    },
    tell(event: DeskChange, at: number): void {
      for (const socket of ctx.getWebSockets() as Kept[]) {
        if (isOver(socket, at)) socket.close(mustReconnect)
        else socket.send(JSON.stringify(event))
      }
    },
  }
}

const isOver = (socket: Kept, at: number): boolean => socket.deserializeAttachment().until < at
