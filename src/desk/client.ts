import type { Desk } from '../core/ports.ts'
import type { Office } from './office/office.ts'

/** What the Worker reaches of a city's desk: its office, its stream, and whether somebody watches it. */
export type DeskStub = Office & {
  fetch(request: Request): Promise<Response>
  /** Pages of colleagues that are open now. */
  watched(): Promise<number>
  /** A citizen is typing in a conversation. */
  typing(conversation: string): Promise<void>
}

/** Where the objects are: one for each city. */
export type DeskNamespace = { getByName(city: string): DeskStub }

/**
 * The desk as conversations know it. Somebody is there when a colleague has the page open: no timetable promises more
 * than that. Who has not said which city they mean has no desk yet.
 */
export const deskOver = (namespace: () => DeskNamespace): Desk => ({
  async standing(city) {
    if (city === null) return null
    const openNow = (await namespace().getByName(city).watched()) > 0
    return { openNow, nextOpening: null }
  },
  async notify(notice) {
    if (notice.city !== null) await namespace().getByName(notice.city).notify(notice)
  },
  async typing(conversation, city) {
    if (city !== null) await namespace().getByName(city).typing(conversation)
  },
  async carryOn(conversation, city) {
    return city === null ? null : namespace().getByName(city).carryOn(conversation)
  },
})
