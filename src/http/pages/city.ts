import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { type AskOutput, askInput, longestText } from '../../core/ask.ts'
import type { City } from '../../core/catalogue.ts'
import { maskPersonalData } from '../../core/personal-data.ts'
import type { AppParts } from '../app.ts'
import { type Form, readForm } from '../read-form.ts'
import { crisisReply } from './parts/crisis.ts'
import { languageSwitch, type Shown } from './parts/language-switch.ts'
import { chosenLanguage, voiceOf } from './parts/languages.ts'
import { layout } from './parts/layout.ts'
import { examples, type FormError, questionForm } from './parts/question-form.ts'
import { automated, reply, titleOf } from './parts/reply.ts'
import { type Html, inEach, plainly, sentence, tell, type Voice } from './parts/voice.ts'
import { inCity, keep, notAllowed } from './route.ts'

/** `/{city}`: ask in ordinary words, read where to go. Works without script; nothing of a question is kept. */
export function cityPage(app: Hono, parts: AppParts): void {
  const { catalogue } = parts
  app.get(
    '/:city',
    inCity(catalogue, (context, city) => {
      const voice = voiceOf(catalogue, city, context.req.query('lang'))
      return context.html(openPage(voice), 200, keep)
    }),
  )
  app.post(
    '/:city',
    inCity(catalogue, (context, city) => answerPost(context, city, parts)),
  )
  app.all('/:city', inCity(catalogue, notAllowed(catalogue, 'GET, HEAD, POST')))
}

async function answerPost(context: Context, city: City, parts: AppParts): Promise<Response> {
  const { catalogue } = parts
  const read = await readForm(context.req.raw)
  if (!read.ok) {
    const name = read.status === 413 ? 'page.error.tooLarge' : 'page.error.unreadable'
    return context.html(openPage(voiceOf(catalogue, city), { name, question: '' }), read.status)
  }
  const { form } = read
  const lang = chosenLanguage(form.lang, city)
  if (form.choice) {
    const shown = lang ?? city.languages.official[0] ?? 'nl'
    return context.html(
      answerPage(parts.assistant.show(form.choice, { lang: shown, city: city.id }), form, city, parts),
    )
  }
  const parsed = askInput.safeParse({ text: form.question, city: city.id, ...(lang ? { lang } : {}) })
  if (!parsed.success) return context.html(openPage(voiceOf(catalogue, city, lang), errorIn(form)), 422)
  return context.html(answerPage(parts.assistant.ask(parsed.data), form, city, parts))
}

function errorIn({ question }: Form): FormError {
  const tooLong = [...question].length > longestText
  return tooLong
    ? { name: 'page.error.tooLong', values: { most: String(longestText) }, question }
    : { name: 'page.error.empty', question: '' }
}

/** The page before a question, or with what was wrong with it. */
function openPage(voice: Voice, error?: FormError): Html {
  const { city } = voice
  const title = plainly(voice, 'page.title', { city: city?.name ?? '' })
  const main = html`<div class="band"><div class="wide">${heading(voice)}<p class="intro">${tell(voice, 'page.intro')}</p>${automated(voice)}
${questionForm(voice, error)}</div></div><div class="wide">${examples(voice)}</div>`
  const languages = languageSwitch(voice, `/${city?.id}`)
  return layout({ title: error ? `${plainly(voice, 'page.error')}: ${title}` : title, voice, languages, main })
}

const heading = (voice: Voice): Html => html`<h1>${tell(voice, 'page.title', { city: voice.city?.name ?? '' })}</h1>`

/** The page with an answer; all of it speaks the language of the answer. */
function answerPage(output: AskOutput, form: Form, city: City, { catalogue }: AppParts): Html {
  const voice: Voice = { catalogue, city, langs: [output.lang] }
  const own: Voice = { ...voice, city: catalogue.cities[output.city ?? ''] ?? city }
  const question = maskPersonalData(form.question, catalogue.publicNumbers, catalogue.places).text
  const languages = languageSwitch(voice, `/${city.id}`, shownAgain(output, question))
  if (output.outcome === 'crisis') {
    const main = html`<div class="band small"><div class="wide">${automated(voice)}</div></div><div class="wide">${crisisReply(output, voice)}</div>`
    return layout({ title: sentence(voice, output.lang, 'page.answer'), voice, languages, main, bare: true })
  }
  const main = html`<div class="band small"><div class="wide">${heading(voice)}${automated(voice)}</div></div>
<div class="wide">${asked(question, voice)}${reply(output, own, question)}
<section class="again"><h2>${tell(voice, 'page.another')}</h2>${questionForm(voice)}</section></div>`
  return layout({ title: titleOf(output, own), voice, languages, main })
}

const asked = (question: string, voice: Voice): Html | '' =>
  question.trim()
    ? html`<p class="asked">${inEach(voice, (lang) => sentence(voice, lang, 'page.asked'))} <q dir="auto">${question}</q></p>`
    : ''

/** What to ask for to see the same page in another language. */
function shownAgain({ outcome, answers: [first, second] }: AskOutput, question: string): Shown | undefined {
  if (second || !first || (outcome !== 'answered' && outcome !== 'referred')) return undefined
  const choice = first.service ?? (first.organisation ? `organisation:${first.organisation}` : undefined)
  return choice ? { choice, question } : undefined
}
