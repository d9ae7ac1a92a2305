import { html } from 'hono/html'
import { longestText } from '../../../core/ask.ts'
import type { Channel, City } from '../../../core/catalogue.ts'
import { inLanguage, type WrittenLanguage } from '../../../core/language.ts'
import { hidden } from './hidden.ts'
import { telephone } from './links.ts'
import { type Html, inEach, sentence, tell, type Voice } from './voice.ts'

export type FormError = { name: string; values?: Record<string, string>; question: string }

/** The question goes by POST: a citizen's words never stand in an address. */
export function questionForm(voice: Voice, error?: FormError): Html {
  const invalid = error
    ? html` aria-invalid="true" aria-describedby="question-error question-hint" autofocus`
    : html` aria-describedby="question-hint"`
  return html`<form class="ask" method="post" action="/${voice.city?.id}#answer">
<label for="question">${tell(voice, 'page.label')}</label>
${error ? html`<p class="error" id="question-error">${tell(voice, error.name, error.values)}</p>` : ''}
<div class="field"><input id="question" name="question" type="text" value="${error?.question ?? ''}" maxlength="${longestText}" enterkeyhint="send" autocomplete="off" dir="auto"${invalid}>
${hidden({ lang: voice.langs.length === 1 ? voice.langs[0] : '', thread: voice.thread ?? '' })}
<button class="send">${tell(voice, 'page.send')}</button></div>
<p class="hint" id="question-hint">${tell(voice, 'page.noPersonalData')}</p>
</form>
${human(voice)}`
}

/** The way to a person, always in the same place: the city's first line, by phone if we have a number. */
function human(voice: Voice): Html | '' {
  const channels = voice.city?.firstLine.channels ?? []
  const phone = channels.find(({ type, fact }) => type === 'phone' && fact)
  const channel = phone ?? channels.find(({ location }) => location)
  if (!channel) return ''
  return html`<p class="human">${tell(voice, 'page.human')} ${reach(channel, voice)}</p>`
}

function reach({ label, fact, location }: Channel, voice: Voice): Html {
  const name = inEach(voice, (lang) => inLanguage(label, lang))
  const number = fact?.value
  if (typeof number === 'string') return html`<a href="${telephone(number)}">${name} <b>${number}</b></a>`
  const value = location?.address?.value
  const where = value ? inEach(voice, (lang) => (typeof value === 'string' ? value : inLanguage(value, lang))) : ''
  return html`${name} ${where ? html`<b>${where}</b>` : ''}`
}

/** Three questions to press, in each language of the page, on topics that this city has a page for. */
export function examples(voice: Voice): Html | '' {
  const { city, catalogue, langs } = voice
  const prefix = 'page.example.'
  const names = Object.keys(catalogue.messages).filter(
    (name) => name.startsWith(prefix) && city?.concepts[name.slice(prefix.length)],
  )
  if (!city || names.length === 0) return ''
  const lists = langs.map(
    (lang) =>
      html`<section lang="${lang}"><h2>${sentence(voice, lang, 'page.examples')}</h2><ul>${names.slice(0, 3).map((name) => html`<li>${example(voice, city, lang, sentence(voice, lang, name))}</li>`)}</ul></section>`,
  )
  return html`<div class="examples">${lists}</div>`
}

const example = ({ thread = '' }: Voice, { id }: City, lang: WrittenLanguage, question: string): Html =>
  html`<form method="post" action="/${id}#answer">${hidden({ question, lang, thread })}<button>${question}</button></form>`
