import { html } from 'hono/html'
import type { AskOutput } from '../../../core/ask.ts'
import { inLanguage } from '../../../core/language.ts'
import { telephone } from './links.ts'
import { firstSentence } from './prose.ts'
import type { Html, Voice } from './voice.ts'

/** The fixed reply to danger, with its lines to call, and nothing that distracts. */
export function crisisReply({ lang, reply: { text, lead } }: AskOutput, { catalogue }: Voice): Html {
  const kind = catalogue.crisis.find(({ reply }) => text.includes(inLanguage(reply, lang)))
  const [first, rest] = firstSentence(
    kind ? inLanguage(kind.reply, lang).replace('{lines}', '').trim() : lead.join(' '),
  )
  const lines = (kind?.lines[lang] ?? []).map(
    ({ number, name }) => html`<li>${line(number, inLanguage(name, lang))}</li>`,
  )
  return html`<article id="answer" class="crisis" lang="${lang}" tabindex="-1"><h1>${first}</h1>${rest ? html`<p class="lead">${rest}</p>` : ''}<ul>${lines}</ul></article>`
}

/** A line to call; an app or a website has no number to press. */
function line(number: string, name: string): Html {
  const words = html`<b>${number}</b> <span>${name}</span>`
  return /^[\d\s+./-]+$/.test(number) ? html`<a href="${telephone(number)}">${words}</a>` : html`<p>${words}</p>`
}
