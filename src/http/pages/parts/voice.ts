import { html } from 'hono/html'
import type { Catalogue, City } from '../../../core/catalogue.ts'
import { inLanguage, type Texts, type WrittenLanguage } from '../../../core/language.ts'
import { say } from '../../../dialogue/say.ts'

export type Html = ReturnType<typeof html>

/**
 * For which city a page speaks and in which languages: one, or several of equal weight where a city's law wants all its
 * languages until the visitor has chosen.
 */
export type Voice = {
  catalogue: Catalogue
  city: City | null
  langs: [WrittenLanguage, ...WrittenLanguage[]]
  /** The conversation that the forms of the page go on with, and the place of the next message in it. */
  thread?: string
}

type Values = Record<string, string | Texts>

/** A message in one language, for attributes, titles and pages of one language. */
export function sentence({ catalogue, city }: Voice, lang: WrittenLanguage, name: string, values: Values = {}): string {
  const filled = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : inLanguage(value, lang),
  ])
  return say({ catalogue }, { lang, city: city?.id ?? null }, name, Object.fromEntries(filled))
}

/** A message in every language of the page, each tagged with its own. */
export function tell(voice: Voice, name: string, values?: Values): Html {
  return inEach(voice, (lang) => sentence(voice, lang, name, values))
}

/** A message in every language of the page on one line, where no tags can be. */
export function plainly(voice: Voice, name: string, values?: Values): string {
  return [...new Set(voice.langs.map((lang) => sentence(voice, lang, name, values)))].join(' · ')
}

/** The same text in every language of the page; said once where the languages use the same words. */
export function inEach({ langs }: Voice, text: (lang: WrittenLanguage) => string): Html {
  const said = langs.map((lang) => ({ lang, text: text(lang) }))
  const [first] = said
  if (said.every((other) => other.text === first?.text)) return html`${first?.text}`
  return html`${said.map(({ lang, text }) => html`<span class="tongue" lang="${lang}">${text}</span> `)}`
}

/** A text of the content, tagged as Dutch where it was never written in the language of the page. */
export function written(texts: Texts, lang: WrittenLanguage): Html {
  return texts[lang] === undefined && lang !== 'nl'
    ? html`<span lang="nl">${texts.nl}</span>`
    : html`${inLanguage(texts, lang)}`
}
