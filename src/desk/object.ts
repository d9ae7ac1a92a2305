import { DurableObject, type ObjectState } from 'cloudflare:workers'
import type { DeskNotice } from '../core/ports.ts'
import { storageOf } from '../core/storage.ts'
import type { DeskStub } from './client.ts'
import { type Office, officeIn } from './office/office.ts'
import type { DeskChange } from './office/room.ts'
import { type Watcher, watchersOf } from './watchers.ts'

/** The Durable Object class of a city's desk; its name is the city's. It only hands over: to the office over its storage. */
export function deskWith(clock: () => string) {
  return class DeskObject extends DurableObject implements DeskStub {
    #office: Office
    #ctx: ObjectState

    constructor(ctx: ObjectState, env: Record<string, unknown>) {
      super(ctx, env)
      this.#ctx = ctx
      const announce = (event: DeskChange): void => watchersOf(ctx).tell(event, Date.parse(clock()))
      this.#office = officeIn({ storage: storageOf(ctx), city: ctx.id.name ?? '', clock, announce })
    }

    /** A WebSocket of a desk page. The Worker checked who it is and says so in `watcher`; nobody else reaches an object. */
    override async fetch(request: Request): Promise<Response> {
      return watchersOf(this.#ctx).open(JSON.parse(request.headers.get('x-watcher') ?? '{}') as Watcher)
    }
    async watched() {
      return this.#ctx.getWebSockets().length
    }
    async typing(conversation: string) {
      watchersOf(this.#ctx).tell({ type: 'typing', conversation }, Date.parse(clock()))
    }
    webSocketMessage(socket: WebSocket): void {
      watchersOf(this.#ctx).heard(socket, Date.parse(clock()))
    }

    notify(notice: DeskNotice) {
      return this.#office.notify(notice)
    }
    carryOn(conversation: string) {
      return this.#office.carryOn(conversation)
    }
    queue(...given: Parameters<Office['queue']>) {
      return this.#office.queue(...given)
    }
    open(...given: Parameters<Office['open']>) {
      return this.#office.open(...given)
    }
    claim(...given: Parameters<Office['claim']>) {
      return this.#office.claim(...given)
    }
    reply(...given: Parameters<Office['reply']>) {
      return this.#office.reply(...given)
    }
    mine(...given: Parameters<Office['mine']>) {
      return this.#office.mine(...given)
    }
    release(...given: Parameters<Office['release']>) {
      return this.#office.release(...given)
    }
    transfer(...given: Parameters<Office['transfer']>) {
      return this.#office.transfer(...given)
    }
    close(...given: Parameters<Office['close']>) {
      return this.#office.close(...given)
    }
    erase(...given: Parameters<Office['erase']>) {
      return this.#office.erase(...given)
    }
    log(...given: Parameters<Office['log']>) {
      return this.#office.log(...given)
    }
    unanswered(...given: Parameters<Office['unanswered']>) {
      return this.#office.unanswered(...given)
    }
    mark(...given: Parameters<Office['mark']>) {
      return this.#office.mark(...given)
    }
    proposals(...given: Parameters<Office['proposals']>) {
      return this.#office.proposals(...given)
    }
    redeem(...given: Parameters<Office['redeem']>) {
      return this.#office.redeem(...given)
    }
    notices() {
      return this.#office.notices()
    }
    noticesFor(...given: Parameters<Office['noticesFor']>) {
      return this.#office.noticesFor(...given)
    }
    publish(...given: Parameters<Office['publish']>) {
      return this.#office.publish(...given)
    }
    endNotice(...given: Parameters<Office['endNotice']>) {
      return this.#office.endNotice(...given)
    }
    trail(...given: Parameters<Office['trail']>) {
      return this.#office.trail(...given)
    }
    verify(...given: Parameters<Office['verify']>) {
      return this.#office.verify(...given)
    }
    once(...given: Parameters<Office['once']>) {
      return this.#office.once(...given)
    }
  }
}
