import type { Catalogue } from '../../core/catalogue.ts'
import { allNotices, type NoticeBoard, type PublishedNotice } from '../../core/notice.ts'
import type { DeskNamespace } from '../client.ts'

/** Older than this, and the next question looks again; published notices must be everywhere within five seconds. */
const goodFor = 2000
/** Older than this, and nobody answers without looking, also when somebody else is at it. */
const mostOld = 4000
/** How long an answer may wait for a desk that does not react. */
const patience = 1000

type Parts = { namespace: () => DeskNamespace; catalogue: Catalogue; now: () => number }

/**
 * Notices of the content with those that colleagues publish, for every place that answers. Nobody is told of them: who
 * answers looks, at most every two seconds, since nobody knows in how many places the program runs. A desk that does
 * not react delays nobody for long: what was known goes on to hold, and ends by itself.
 */
export function noticeBoard({ namespace, catalogue, now }: Parts): NoticeBoard {
  const published = new Map<string, PublishedNotice[]>()
  let begun = Number.NEGATIVE_INFINITY
  let seen = Number.NEGATIVE_INFINITY

  async function look(city: string): Promise<void> {
    published.set(city, await namespace().getByName(city).notices())
  }
  const sources = [
    { of: (city: string) => catalogue.cities[city]?.notices ?? [] },
    { of: (city: string) => published.get(city) ?? [] },
  ]
  return {
    ...allNotices(...sources),
    async refresh() {
      const at = now()
      if (at - seen < goodFor || (at - begun < goodFor && at - seen < mostOld)) return
      begun = at
      const all = Promise.allSettled(Object.keys(catalogue.cities).map(look))
      await Promise.race([all, new Promise((resume) => setTimeout(resume, patience))])
      seen = Math.max(seen, at)
    },
  }
}
