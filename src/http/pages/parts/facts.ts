import { html } from 'hono/html'
import type { AnswerFact } from '../../../core/ask.ts'
import { accordingTo } from './dates.ts'
import { webAddress } from './links.ts'
import { type Html, tell, type Voice } from './voice.ts'

/** What we know beside the answer, each with who says so and since when. */
export function factList(facts: AnswerFact[], voice: Voice, level: number): Html | '' {
  if (facts.length === 0) return ''
  const rows = facts.map(
    (fact) =>
      html`<div><dt>${fact.label ?? tell(voice, `page.fact.${fact.kind}`)}</dt><dd>${value(fact)} ${accordingTo(fact, voice) ?? ''}</dd></div>`,
  )
  return html`<section class="facts"><h${level}>${tell(voice, 'page.facts')}</h${level}><dl>${rows}</dl></section>`
}

function value({ value: text }: AnswerFact): Html {
  const web = webAddress(text)
  return web ? html`<a target="_top" href="${web.href}">${web.host}</a>` : html`${text}`
}
