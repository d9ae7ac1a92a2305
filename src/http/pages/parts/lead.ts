import { html } from 'hono/html'
import type { AskOutput } from '../../../core/ask.ts'
import { firstSentence } from './prose.ts'
import type { Html, Voice } from './voice.ts'

type Lead = {
  /** The fixed sentence in the citizen's own language, where we do not write that language. */
  further: Html | ''
  said: string[]
}

/** What is said beside the answers. */
export function leadOf({ reply: { lead } }: AskOutput, { catalogue }: Voice): Lead {
  const [lang, own] = Object.entries(catalogue.furtherReply).find(([, text]) => lead[0] === text) ?? []
  if (!own) return { further: '', said: lead }
  return { further: html`<p class="note" lang="${lang}" dir="auto">${own}</p>`, said: lead.slice(1) }
}

/** An opening: its first sentence stands out. */
export function opening(text: string): Html {
  const [first, rest] = firstSentence(text)
  return html`<p class="lead">${first}</p>${rest ? html`<p>${rest}</p>` : ''}`
}
