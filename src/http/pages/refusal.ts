import { html } from 'hono/html'
import type { Catalogue } from '../../core/catalogue.ts'
import { allLanguages } from './parts/languages.ts'
import { layout } from './parts/layout.ts'
import { type Html, plainly, tell, type Voice } from './parts/voice.ts'

/** The page for what is not there, cannot be done so, or broke: in every language, since the city may be unknown. */
export function refusal(catalogue: Catalogue, reason: 'notFound' | 'method' | 'broken'): Html {
  const voice: Voice = { catalogue, city: null, langs: allLanguages }
  const main = html`<div class="wide"><h1>${tell(voice, `page.${reason}.title`)}</h1>
<p class="intro">${tell(voice, `page.${reason}.text`)}</p>
<p><a class="more" href="/">${tell(voice, 'page.cities.link')}</a></p></div>`
  return layout({ title: plainly(voice, `page.${reason}.title`), voice, languages: '', main })
}
