import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { type AskInput, type AskOutput, askInput, longestText } from '../../core/ask.ts'
import type { City } from '../../core/catalogue.ts'
import type { WrittenLanguage } from '../../core/language.ts'
import type { Message } from '../../core/message.ts'
import { maskPersonalData } from '../../core/personal-data.ts'
import type { AppParts } from '../app.ts'
import { type Form, readForm } from '../read-form.ts'
import { ownData, ownDataPage, said } from './own-data.ts'
import { callBackForm } from './parts/call-back.ts'
import { crisisReply } from './parts/crisis.ts'
import { languageSwitch, type Shown } from './parts/language-switch.ts'
import { chosenLanguage, voiceOf } from './parts/languages.ts'
import { layout } from './parts/layout.ts'
import { lively } from './parts/lively.ts'
import { examples, type FormError, questionForm } from './parts/question-form.ts'
import { automated, reply, titleOf } from './parts/reply.ts'
import { type Html, inEach, plainly, sentence, tell, type Voice } from './parts/voice.ts'
import { inCity, notAllowed } from './route.ts'
import { newThread, readThread, type Turned, turn } from './thread.ts'

/**
 * `/{city}`: ask in ordinary words, read where to go. Works without script: the page carries its conversation along. It
 * holds a token of its visitor's own, so nobody may keep it.
 */
export function cityPage(app: Hono, parts: AppParts): void {
  const { catalogue } = parts
  app.get(
    '/:city',
    inCity(catalogue, (context, city) => {
      const voice = voiceOf(catalogue, city, context.req.query('lang'))
      return context.html(openPage({ ...voice, thread: newThread() }))
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
  const voice = { ...voiceOf(catalogue, city, lang), thread: newThread() }
  const own = form.act ? await ownDataPage(form, voice, parts) : null
  if (own) return context.html(own)
  const parsed = askInput().safeParse({ text: form.question, city: city.id, ...(lang ? { lang } : {}) })
  if (!form.choice && !parsed.success) return context.html(openPage(kept(voice, form), errorIn(form)), 422)
  const thread = readThread(form.thread)
  const turned = thread ? await turn(parts, context.req.raw, thread, { form, city, lang }) : none
  if (turned.kind === 'wait') {
    const error = { name: 'page.error.tooMany', question: form.question }
    return context.html(openPage(kept(voice, form), error), 429, { 'retry-after': '60' })
  }
  if (turned.kind === 'said')
    return context.html(saidPage(turned.messages, { ...voice, thread: newThread(turned.token) }, parts))
  const output = turned.kind === 'answered' ? turned.output : answerApart(parts, city, form, parsed.data, lang)
  const next = turned.kind === 'answered' ? newThread(turned.token) : newThread()
  return context.html(answerPage(output, { form, city, thread: next }, parts))
}

const none: Turned = { kind: 'none' }

/** The same thread again: what was sent on it was not taken. */
const kept = (voice: Voice, { thread }: Form): Voice => (readThread(thread) ? { ...voice, thread } : voice)

/** An answer that belongs to no conversation: another language of what is shown, or nowhere to keep one. */
function answerApart(
  { assistant }: AppParts,
  city: City,
  { choice }: Form,
  input: AskInput | undefined,
  lang: WrittenLanguage | undefined,
): AskOutput {
  if (choice || !input) {
    return assistant.show(choice, { lang: lang ?? city.languages.official[0] ?? 'nl', city: city.id })
  }
  return assistant.ask(input)
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
  const plain = html`${questionForm(voice, error)}${examples(voice)}`
  const main = html`<div class="band"><div class="wide">${heading(voice)}<p class="intro">${tell(voice, 'page.intro')}</p>${automated(voice)}
</div></div>
<div class="wide">${error ? plain : lively(voice, plain)}</div>`
  const languages = languageSwitch(voice, `/${city?.id}`)
  return layout({ title: error ? `${plainly(voice, 'page.error')}: ${title}` : title, voice, languages, main })
}

const heading = (voice: Voice): Html => html`<h1>${tell(voice, 'page.title', { city: voice.city?.name ?? '' })}</h1>`

/** The page with an answer; all of it speaks the language of the answer. */
function answerPage(
  output: AskOutput,
  { form, city, thread }: { form: Form; city: City; thread: string },
  parts: AppParts,
): Html {
  const { catalogue } = parts
  const voice: Voice = { catalogue, city, langs: [output.lang], thread }
  const own: Voice = { ...voice, city: catalogue.cities[output.city ?? ''] ?? city }
  const question = maskPersonalData(form.question, catalogue.publicNumbers, catalogue.places).text
  const languages = languageSwitch(voice, `/${city.id}`, shownAgain(output, question))
  if (output.outcome === 'crisis') {
    const main = html`<div class="band small"><div class="wide">${automated(voice)}</div></div><div class="wide">${crisisReply(output, voice)}</div>`
    return layout({ title: sentence(voice, output.lang, 'page.answer'), voice, languages, main, bare: true })
  }
  const main = html`<div class="band small"><div class="wide">${heading(voice)}${automated(voice)}</div></div>
<div class="wide">${asked(question, voice)}${reply(output, own, question)}
<section class="again"><h2>${tell(voice, 'page.another')}</h2>${questionForm(voice)}</section>${output.outcome === 'handed-off' && parts.callBack ? callBackForm(voice) : ''}${ownData(voice, /^(answered(\.steps)?|referred)$/.test(output.outcome))}</div>`
  return layout({ title: titleOf(output, own), voice, languages, main })
}

/** What was said in a conversation that a person has, or that asks for patience; sent again, it shows what came since. */
function saidPage(messages: Message[], voice: Voice, { callBack }: AppParts): Html {
  const main = html`<div class="band small"><div class="wide">${heading(voice)}</div></div>
<div class="wide"><article id="answer" class="answer" tabindex="-1"><h2>${tell(voice, 'page.conversation')}</h2>${said(messages, voice)}<p class="note">${tell(voice, 'page.conversation.again')}</p></article>
<section class="again"><h2>${tell(voice, 'page.another')}</h2>${questionForm(voice)}</section>${callBack ? callBackForm(voice) : ''}${ownData(voice)}</div>`
  const title = plainly(voice, 'page.conversation')
  return layout({ title, voice, languages: languageSwitch(voice, `/${voice.city?.id}`), main })
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
