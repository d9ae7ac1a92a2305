import type { Notices, PublishedNotice } from '../../core/notice.ts'
import type { Server } from './server.ts'

/** Notices as this page knows them: those of the content, and what colleagues published, also while the server is away. */
export type Published = Notices & {
  all: () => readonly PublishedNotice[]
  /** Asks the server; false when nothing changed. */
  look: () => Promise<boolean>
}

export function publishedIn(city: string, content: Notices, server: Pick<Server, 'notices'>): Published {
  const place = `desk.notices.${city}`
  let kept = localStorage.getItem(place) ?? '[]'
  let all = JSON.parse(kept) as PublishedNotice[]
  return {
    of: (asked) => (asked === city ? [...content.of(asked), ...all] : content.of(asked)),
    all: () => all,
    async look() {
      const answer = await server.notices()
      const found = answer.ok ? JSON.stringify(answer.value) : kept
      if (!answer.ok || found === kept) return false
      all = answer.value
      kept = found
      localStorage.setItem(place, kept)
      return true
    },
  }
}
