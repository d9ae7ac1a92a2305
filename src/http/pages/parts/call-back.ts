import { html } from 'hono/html'
import { hidden } from './hidden.ts'
import { type Html, tell, type Voice } from './voice.ts'

/** A field for a number, for who waits for a person and would rather be called back. */
export function callBackForm(voice: Voice): Html | '' {
  const { city, thread, langs } = voice
  if (!thread) return ''
  return html`<section class="own"><h2>${tell(voice, 'page.callBack')}</h2><form method="post" action="/${city?.id}">${hidden({ act: 'callBack', thread, lang: langs[0] })}
<label for="number">${tell(voice, 'page.callBack.number')}</label> <input id="number" name="number" type="tel" autocomplete="tel" required maxlength="25">
<button>${tell(voice, 'page.callBack.ask')}</button></form><p class="note">${tell(voice, 'page.callBack.why')}</p></section>`
}
