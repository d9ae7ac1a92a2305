import type { WrittenLanguage } from '../../core/language.ts'
import type { Notice } from '../../core/notice.ts'
import { pagesTouched, sayNotice } from '../../dialogue/notices.ts'
import { begin } from '../../dialogue/turn.ts'
import type { World } from '../../dialogue/world.ts'

/** What a notice will do: the answers that it comes with, and how it reads there. */
export type Preview = {
  /** Targets of the pages, in the order of the content. */
  pages: string[]
  said: { lang: WrittenLanguage; text: string }[]
}

/** Shown before a notice is published. `at` is the moment, ISO with offset. */
export function previewOf(notice: Notice, city: string, world: World, at: string): Preview {
  const { official = [], courtesy = [] } = world.catalogue.cities[city]?.languages ?? {}
  const written = [...new Set([...official, ...courtesy])].filter((lang) => notice.text[lang])
  return {
    pages: pagesTouched(notice, city, world),
    said: written.map((lang) => ({
      lang,
      text: sayNotice(notice, { ...begin({ text: '', lang, city }, at), city, lang }, world),
    })),
  }
}
