/** What the page with figures shows: the last measurement that was published. Counts of questions, nobody's words. */
export type PublishedFigures = {
  /** Day of the measurement, `2026-11-21`. */
  measuredOn: string
  /** Name of the set of questions. */
  set: string
  /** Nobody tuned on these questions. */
  unseen: boolean
  /** Hash of the content that was measured. */
  content: string
  groups: FiguresGroup[]
  /** Questions that no city helps with, and on how many of them no service was named. */
  outside: { n: number; right: number }
}

/** Questions that a page or body answers: every one ended in one of four ways. */
export type FiguresGroup = {
  kind: 'all' | 'city' | 'language' | 'theme'
  /** Slug, language code or theme; `all` for the whole. */
  id: string
  n: number
  right: number
  asked: number
  wrong: number
  unknown: number
  /** The right page first in plain site search, on the same questions. */
  siteSearch: number
}
