import { html } from 'hono/html'
import type { City } from '../../core/catalogue.ts'
import type { Message } from '../../core/message.ts'
import { isToken, referenceOf } from '../../core/token.ts'
import type { AppParts } from '../app.ts'
import type { Form } from '../read-form.ts'
import { hidden } from './parts/hidden.ts'
import { languageSwitch } from './parts/language-switch.ts'
import { layout } from './parts/layout.ts'
import { type Html, plainly, tell, type Voice } from './parts/voice.ts'

/** What citizens can do with their conversation on a page without script: see all of it, and erase it. */

/** Two buttons under an answer that is part of a conversation. */
export function ownData(voice: Voice): Html | '' {
  const {
    city,
    thread,
    langs: [lang],
  } = voice
  if (!thread) return ''
  const button = (act: string): Html =>
    html`<form method="post" action="/${city?.id}">${hidden({ act, thread, lang })}<button>${tell(voice, `page.own.${act}`)}</button></form>`
  return html`<section class="own"><h2>${tell(voice, 'page.own')}</h2>${button('export')}${button('erase')}</section>`
}

/** The page that such a button asks for; null when the form asks for nothing of the kind. */
export async function ownDataPage(form: Form, voice: Voice, parts: AppParts): Promise<Html | null> {
  const [token = ''] = form.thread.split('.')
  if (!isToken(token)) return null
  const reference = await referenceOf(token)
  if (form.act === 'erase') {
    await parts.conversations.erase(reference)
    return page(voice, 'page.own.erased', html`<p>${tell(voice, 'page.own.erased.text')}</p>`)
  }
  if (form.act !== 'export') return null
  const kept = await parts.conversations.transcript(reference)
  return page(
    { ...voice, thread: form.thread },
    'page.own.kept',
    html`${kept ? said(kept.messages, voice) : html`<p>${tell(voice, 'page.own.nothing')}</p>`}`,
  )
}

/** A conversation as a list, the oldest first. */
export const said = (messages: Message[], voice: Voice): Html =>
  html`<ol class="said" role="list">${messages.map(({ from, at, lang, text }) => html`<li class="${from}"><p class="who">${tell(voice, `page.from.${from}`)} <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time></p><p lang="${lang}" dir="auto">${text}</p></li>`)}</ol>`

function page(voice: Voice, title: string, body: Html): Html {
  const { city } = voice as { city: City }
  const main = html`<article class="wide statement-page"><h1>${tell(voice, title)}</h1>${body}${title === 'page.own.kept' ? ownData(voice) : ''}<p><a href="/${city.id}">${tell(voice, 'page.ask', { city: city.name })}</a></p></article>`
  return layout({ title: plainly(voice, title), voice, languages: languageSwitch(voice, `/${city.id}`), main })
}
