import type { Texts } from './language.ts'

/** An incident or closure of now, which ends by itself. */
export type Notice = {
  id: string
  /** Moments, ISO with offset; `until` is not included, and at most 30 days after `from`. */
  from: string
  until: string
  text: Texts
  /** What it is about: ids of services, locations and districts of the city. With none at all it is about the whole city. */
  services: string[]
  locations: string[]
  districts: string[]
  /** The counters that it touches are closed. */
  closes: boolean
}

/** A notice never outlives this many days: what lasts longer is content. */
export const longestNotice = 30

/** Where notices come from: the content, or what an agent publishes while the program runs. */
export type Notices = { of(city: string): readonly Notice[] }

/** Notices of several sources together, those of the first source first. */
export const allNotices = (...sources: Notices[]): Notices => ({
  of: (city) => sources.flatMap((source) => [...source.of(city)]),
})

/** A notice that a colleague published while the program runs. Moments in UTC. */
export type PublishedNotice = Notice & {
  /** Name of the colleague, for colleagues; null when the sign-in gives none. */
  by: string | null
  at: string
}

/** Notices of now. `refresh` resolves when they are as new as an answer needs, and never rejects. */
export type NoticeBoard = Notices & { refresh(): Promise<void> }
