import { html } from 'hono/html'
import type { AskOutput } from '../../../core/ask.ts'
import { hidden } from './hidden.ts'
import type { Html, Voice } from './voice.ts'

/** Choices of a question. A city goes on there with the same question; anything else asks for that page. */
export function choices(
  { outcome, lang, reply: { choices: offered } }: AskOutput,
  { city, catalogue, thread = '' }: Voice,
  question: string,
): Html | '' {
  if (offered.length === 0 || !city) return ''
  const buttons = offered.map(({ id, label }) => {
    const place = outcome === 'clarifying.city' && Object.hasOwn(catalogue.cities, id)
    const form = place
      ? { action: `/${id}`, fields: { question, lang: '', thread } }
      : { action: `/${city.id}`, fields: { choice: id, question, lang, thread } }
    return html`<li><form method="post" action="${form.action}">${hidden(form.fields)}<button class="choice">${label}</button></form></li>`
  })
  return html`<ul class="choices">${buttons}</ul>`
}
