import { DurableObject, type ObjectState } from 'cloudflare:workers'
import type { DeskNotice } from '../core/ports.ts'
import { storageOf } from '../core/storage.ts'
import type { DeskStub } from './client.ts'
import { type Office, officeIn } from './office/office.ts'
import type { DeskChange, Room } from './office/room.ts'
import { type Watcher, watchersOf } from './watchers.ts'

/** What every desk is given of the house. */
export type DeskObjectParts = {
  /** The present moment, ISO with offset. */
  clock: () => string
  calendarOf: (city: string) => Room['calendar']
  callBackKey: string | null
  /** Days that words of citizens are kept. */
  retentionDays: number
}

/**
 * The Durable Object class of a city's desk; its name is the city's. It only hands over: to the office over its storage.
 * `partsOf` is called with the bindings of the object, once for each.
 */
export function deskWith(partsOf: (environment: Record<string, unknown>) => DeskObjectParts) {
  return class DeskObject extends DurableObject implements DeskStub {
    #office: Office
    #ctx: ObjectState
    #clock: () => string

    constructor(ctx: ObjectState, env: Record<string, unknown>) {
      super(ctx, env)
      this.#ctx = ctx
      const { clock, calendarOf, ...parts } = partsOf(env)
      this.#clock = clock
      const announce = (event: DeskChange): void => watchersOf(ctx).tell(event, Date.parse(clock()))
      const city = ctx.id.name ?? ''
      const calendar = calendarOf(city)
      this.#office = officeIn({ storage: storageOf(ctx), city, clock, calendar, ...parts, announce })
    }

    /** A WebSocket of a desk page. The Worker checked who it is and says so in `watcher`; nobody else reaches an object. */
    override async fetch(request: Request): Promise<Response> {
      return watchersOf(this.#ctx).open(JSON.parse(request.headers.get('x-watcher') ?? '{}') as Watcher)
    }
    async watched() {
      return this.#ctx.getWebSockets().length
    }
    async typing(conversation: string) {
      watchersOf(this.#ctx).tell({ type: 'typing', conversation }, Date.parse(this.#clock()))
    }
    webSocketMessage(socket: WebSocket): void {
      watchersOf(this.#ctx).heard(socket, Date.parse(this.#clock()))
    }

    async alarm() {
      const next = await this.#office.tidy()
      if (next !== null) await this.#ctx.storage.setAlarm(next)
    }
    tidy() {
      return this.#office.tidy()
    }
    standing(conversation: string | null) {
      return this.#office.standing(conversation)
    }
    callBack(...given: Parameters<Office['callBack']>) {
      return this.#office.callBack(...given)
    }
    callBacks(...given: Parameters<Office['callBacks']>) {
      return this.#office.callBacks(...given)
    }
    openCallBack(...given: Parameters<Office['openCallBack']>) {
      return this.#office.openCallBack(...given)
    }
    closeCallBack(...given: Parameters<Office['closeCallBack']>) {
      return this.#office.closeCallBack(...given)
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
