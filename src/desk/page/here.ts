import { isoOf } from '../../core/hours/wall-clock.ts'
import type { WrittenLanguage } from '../../core/language.ts'
import { say } from '../../dialogue/say.ts'
import type { DeskWorld } from '../content/pack.ts'
import { type Rank, rankIn } from '../search/rank.ts'

/** What every part of the page is given. */
export type Here = {
  city: string
  /** Language of the colleague; that of a caller belongs to the call. */
  lang: WrittenLanguage
  desk: DeskWorld
  rank: Rank
  /** A text of the desk, `desk.<name>` in `knowledge/common/messages`. */
  t: (name: string, values?: Record<string, string>) => string
  /** The same in the language of a caller. */
  tIn: (lang: WrittenLanguage, name: string, values?: Record<string, string>) => string
  /** The present moment, ISO with offset. */
  now: () => string
}

export function hereIn(city: string, lang: WrittenLanguage, desk: DeskWorld): Here {
  const tIn: Here['tIn'] = (of, name, values) => say(desk.world, { lang: of, city }, `desk.${name}`, values)
  return {
    city,
    lang,
    desk,
    rank: rankIn(desk.typed, desk.world.search, desk.world.catalogue),
    t: (name, values) => tIn(lang, name, values),
    tIn,
    now: () => isoOf(Date.now()),
  }
}
