import { html } from 'hono/html'
import type { Answer, AskOutput } from '../../../core/ask.ts'
import { inLanguage } from '../../../core/language.ts'
import { findService } from '../../../dialogue/targets.ts'
import { answerBody } from './answer.ts'
import { choices } from './choices.ts'
import { addressFrom } from './languages.ts'
import { servicePath } from './links.ts'
import { type Html, inEach, sentence, tell, type Voice } from './voice.ts'
import { waysIn } from './ways-in.ts'

/** What the assistant answers to a question, as an article in the language of the answer. */
export function reply(output: AskOutput, voice: Voice, question: string): Html {
  return html`<article id="answer" class="answer" lang="${output.lang}" tabindex="-1">${body(output, voice, question)}</article>`
}

/** The title of an answer, for the page. */
export function titleOf(
  { outcome, answers: [first, second], lifeEvent, reply: { lead }, lang }: AskOutput,
  voice: Voice,
): string {
  const event = lifeEvent ? voice.catalogue.lifeEvents[lifeEvent] : undefined
  if (event) return inLanguage(event.name, lang)
  if (outcome.startsWith('clarifying')) return lead.at(0) ?? sentence(voice, lang, 'page.answer')
  if (second) return sentence(voice, lang, 'several')
  return first?.title ?? sentence(voice, lang, 'page.answer')
}

function body(output: AskOutput, voice: Voice, question: string): Html {
  const {
    outcome,
    answers,
    reply: { lead },
  } = output
  const [only, ...others] = answers
  if (only && others.length === 0 && outcome !== 'answered.steps') return answerBody(only, { voice, level: 2, lead })
  const title = titleOf(output, voice)
  const [first = '', ...rest] = lead.filter((said) => said !== title)
  return html`<h2>${title}</h2>
${first ? html`<p class="${answers.length > 0 || outcome.startsWith('clarifying') ? '' : 'lead'}" dir="auto">${first}</p>` : ''}
${rest.map((said) => html`<p class="note">${said}</p>`)}
${outcome === 'answered.steps' ? steps(answers, voice) : answers.map((answer) => html`<section class="part">${answerBody(answer, { voice, level: 3 })}</section>`)}
${choices(output, voice, question)}`
}

/** Steps of a life event, in order, each with the page that tells more. */
function steps(answers: Answer[], voice: Voice): Html {
  return html`<ol class="steps">${answers.map((answer) => html`<li><h3>${answer.title}</h3><p>${answer.text}</p>${more(answer, voice)}</li>`)}</ol>`
}

function more(answer: Answer, voice: Voice): Html | '' {
  const service = answer.service ? findService(voice.catalogue, answer.service) : undefined
  if (!service) return waysIn(answer.channels.slice(0, 1), voice, 4)
  const words = inEach(voice, (lang) => sentence(voice, lang, 'page.more', { title: answer.title }))
  return html`<a class="more" target="_top" href="${addressFrom(voice, servicePath(service.id))}">${words}</a>`
}

export const automated = (voice: Voice): Html => html`<p class="notice">${tell(voice, 'automated')}</p>`
