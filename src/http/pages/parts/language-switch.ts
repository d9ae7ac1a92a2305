import { html } from 'hono/html'
import type { City } from '../../../core/catalogue.ts'
import type { WrittenLanguage } from '../../../core/language.ts'
import { hidden } from './hidden.ts'
import { allLanguages, languagesOf } from './languages.ts'
import { type Html, plainly, sentence, type Voice } from './voice.ts'

/** What an answer page shows, so that it can be shown again in another language. */
export type Shown = { choice: string; question: string }

/** Always visible: the languages that the city's policy allows, as links, or as buttons that keep what is shown. */
export function languageSwitch(voice: Voice, path: string, shown?: Shown): Html {
  const { city } = voice
  const langs = city ? languagesOf(city) : allLanguages
  const items = langs.map(
    (lang) => html`<li>${shown && city ? button(voice, lang, city, shown) : link(voice, lang, path)}</li>`,
  )
  return html`<nav class="languages" aria-label="${plainly(voice, 'page.language')}"><ul>${items}</ul></nav>`
}

const isCurrent = ({ langs }: Voice, lang: WrittenLanguage): boolean => langs.length === 1 && langs[0] === lang

const nameOf = (voice: Voice, lang: WrittenLanguage): string => sentence(voice, lang, `page.language.${lang}`)

function link(voice: Voice, lang: WrittenLanguage, path: string): Html {
  const current = isCurrent(voice, lang) ? html` aria-current="true"` : ''
  return html`<a href="${path}?lang=${lang}" lang="${lang}" hreflang="${lang}"${current}>${nameOf(voice, lang)}</a>`
}

function button(voice: Voice, lang: WrittenLanguage, { id }: City, { choice, question }: Shown): Html {
  const current = isCurrent(voice, lang) ? html` aria-current="true"` : ''
  return html`<form method="post" action="/${id}">${hidden({ choice, question, lang })}<button lang="${lang}"${current}>${nameOf(voice, lang)}</button></form>`
}
