import { html } from 'hono/html'
import type { Answer, AskOutput } from '../../../core/ask.ts'
import { inLanguage } from '../../../core/language.ts'
import { findService } from '../../../dialogue/targets.ts'
import { answerBody } from './answer.ts'
import { choices } from './choices.ts'
import { addressFrom } from './languages.ts'
import { leadOf, opening } from './lead.ts'
import { servicePath } from './links.ts'
import { type Html, inEach, sentence, tell, type Voice } from './voice.ts'
import { waysIn } from './ways-in.ts'

/** What the assistant answers to a question, as an article in the language of the answer. */
export function reply(output: AskOutput, voice: Voice, question: string): Html {
  return html`<article id="answer" class="answer" lang="${output.lang}" tabindex="-1">${body(output, voice, question)}</article>`
}

/** The title of an answer, for the page. */
export function titleOf(output: AskOutput, voice: Voice): string {
  const { outcome, answers, lifeEvent, lang } = output
  const [first, second] = answers
  const event = lifeEvent ? voice.catalogue.lifeEvents[lifeEvent] : undefined
  const [question] = outcome.startsWith('clarifying') ? leadOf(output, voice).said : []
  if (second && !event) return sentence(voice, lang, 'several')
  return question ?? (event && inLanguage(event.name, lang)) ?? first?.title ?? sentence(voice, lang, 'page.answer')
}

function body(output: AskOutput, voice: Voice, question: string): Html {
  const { outcome, answers } = output
  const { further, said } = leadOf(output, voice)
  const [only, ...others] = answers
  const isSteps = outcome === 'answered.steps'
  if (only && others.length === 0 && !isSteps)
    return html`${further}${answerBody(only, { voice, level: 2, lead: said })}`
  const title = titleOf(output, voice)
  const [first, ...rest] = said.filter((text) => text !== title)
  const parts = answers.map(
    (answer) => html`<section class="part">${answerBody(answer, { voice, level: 3 })}</section>`,
  )
  return html`${further}<h2>${title}</h2>
${first ? (isSteps ? html`<p>${first}</p>` : opening(first)) : ''}${rest.map((text) => html`<p class="note">${text}</p>`)}
${isSteps ? steps(answers, voice) : parts}
${choices(output, voice, question)}`
}

/** Steps of a life event, in order, each with the page that tells more. */
function steps(answers: Answer[], voice: Voice): Html {
  const items = answers.map(
    (answer) =>
      html`<li><span class="number" aria-hidden="true">${answer.order}</span><h3>${answer.title}</h3><p>${answer.text}</p>${more(answer, voice)}</li>`,
  )
  // Without its own numbers Safari no longer takes it for a list.
  return html`<ol class="steps" role="list">${items}</ol>`
}

function more(answer: Answer, voice: Voice): Html | '' {
  const service = answer.service ? findService(voice.catalogue, answer.service) : undefined
  if (!service) return waysIn(answer.channels.slice(0, 1), voice, 4)
  const words = inEach(voice, (lang) => sentence(voice, lang, 'page.more', { title: answer.title }))
  return html`<a class="more" target="_top" href="${addressFrom(voice, servicePath(service.id))}">${words}</a>`
}

export const automated = (voice: Voice): Html => html`<p class="notice">${tell(voice, 'automated')}</p>`
