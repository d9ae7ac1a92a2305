import type { Catalogue } from '../core/catalogue.ts'
import type { Notices } from '../core/notice.ts'
import type { LinearModel } from '../search/linear/model.ts'
import type { Search } from '../search/search-index.ts'

/** Everything that a turn may consult; loaded once, never changed. */
export type World = {
  catalogue: Catalogue
  search: Search
  language: LinearModel
  crisis: LinearModel
  contactType: LinearModel
  askedFact: LinearModel
  /** Notices that are published while the program runs; absent: those of the content. */
  notices?: Notices
}
