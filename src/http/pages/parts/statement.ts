import { html } from 'hono/html'
import type { Texts } from '../../../core/language.ts'
import { languageSwitch } from './language-switch.ts'
import { layout } from './layout.ts'
import { type Html, plainly, tell, type Voice } from './voice.ts'

/** A page of a few headed paragraphs: the message `name` is its title, `<name>.<section>.title` and `.text` its parts. `own`: values of it. */
export function statement(
  voice: Voice,
  path: string,
  name: string,
  sections: string[],
  own: Record<string, string | Texts> = {},
): Html {
  const { city } = voice
  const values = { city: city?.name ?? '', contact: city?.firstLine.name ?? '', ...own }
  const parts = sections.map(
    (section) =>
      html`<section><h2>${tell(voice, `${name}.${section}.title`)}</h2><p>${tell(voice, `${name}.${section}.text`, values)}</p></section>`,
  )
  const main = html`<article class="wide statement-page"><h1>${tell(voice, name)}</h1>${parts}</article>`
  return layout({ title: plainly(voice, name), voice, languages: languageSwitch(voice, path), main })
}
