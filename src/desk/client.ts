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

type Parts = {
  namespace: () => DeskNamespace
  /** When a city's first line answers next, ISO with offset; null when nothing tells. */
  opens: (city: string) => string | null
  /** A number may be left. */
  callBack: boolean
}

/**
 * The desk as conversations know it. Somebody is there when a colleague has the page open: no timetable promises more
 * than that. Who has not said which city they mean has no desk yet.
 */
export const deskOver = ({ namespace, opens, callBack }: Parts): Desk => ({
  async standing(city, conversation) {
    if (city === null) return null
    const desk = namespace().getByName(city)
    const [watched, { before, waitMinutes }] = await Promise.all([desk.watched(), desk.standing(conversation)])
    const openNow = watched > 0
    if (!openNow) return { openNow, nextOpening: opens(city), place: null, waitMinutes: null, callBack }
    return { openNow, nextOpening: null, place: before + 1, waitMinutes, callBack }
  },
  callBack: async (request, city) => (city === null ? null : namespace().getByName(city).callBack(request)),
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
