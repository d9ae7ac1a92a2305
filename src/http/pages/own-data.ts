import { html } from 'hono/html'
import type { ConversationReference } from '../../core/activity.ts'
import type { City } from '../../core/catalogue.ts'
import type { Message } from '../../core/message.ts'
import { callableNumber } from '../../core/phone-number.ts'
import { isToken, life, referenceOf } from '../../core/token.ts'
import type { AppParts } from '../app.ts'
import type { Form } from '../read-form.ts'
import { callBackForm } from './parts/call-back.ts'
import { hidden } from './parts/hidden.ts'
import { languageSwitch } from './parts/language-switch.ts'
import { layout } from './parts/layout.ts'
import { questionForm } from './parts/question-form.ts'
import { type Html, plainly, tell, type Voice } from './parts/voice.ts'

/** What citizens can do with their conversation on a page without script: judge an answer, ask for a person, see all of it, erase it. */

/** Buttons under an answer that is part of a conversation. `judged`: whether it is one to agree with or not. */
export function ownData(voice: Voice, judged = false): Html | '' {
  if (!voice.thread) return ''
  const opinion = html`<section class="own"><h2>${tell(voice, 'widget.right')}</h2>${button(voice, 'right', 'widget.yes')}<details><summary>${tell(voice, 'widget.no')}</summary>${wrong(voice)}</details></section>`
  return html`${judged ? opinion : ''}<section class="own"><h2>${tell(voice, 'page.own')}</h2>${button(voice, 'human', 'widget.human')}${button(voice, 'export', 'page.own.export')}${button(voice, 'erase', 'page.own.erase')}</section>`
}

const button = (voice: Voice, act: string, name: string): Html =>
  html`<form method="post" action="/${voice.city?.id}">${carried(voice, act)}<button>${tell(voice, name)}</button></form>`

const wrong = (voice: Voice): Html =>
  html`<form method="post" action="/${voice.city?.id}">${carried(voice, 'wrong')}<label for="comment">${tell(voice, 'widget.wrong')}</label> <input id="comment" name="question" type="text" maxlength="500" autocomplete="off" dir="auto"> <button>${tell(voice, 'widget.send')}</button></form>`

const carried = ({ thread = '', langs: [lang] }: Voice, act: string): Html[] => hidden({ act, thread, lang })

type Act = (reference: ConversationReference, voice: Voice, form: Form, parts: AppParts) => Promise<Html>

const acts: Record<string, Act> = {
  async erase(reference, voice, _form, { conversations }) {
    await conversations.erase(reference)
    return page(voice, 'page.own.erased', html`<p>${tell(voice, 'page.own.erased.text')}</p>`)
  },
  async export(reference, voice, { thread }, parts) {
    const going = { ...voice, thread }
    return page(going, 'page.own.kept', html`${await kept(reference, going, parts)}${ownData(going)}`)
  },
  right: (reference, voice, form, parts) => judge(reference, voice, form, parts, { value: 1, comment: null }),
  wrong: (reference, voice, form, parts) =>
    judge(reference, voice, form, parts, { value: -1, comment: form.question.trim().slice(0, 500) || null }),
  async human(reference, voice, { thread }, parts) {
    await parts.conversations.handoff(reference)
    const going = { ...voice, thread }
    return page(
      going,
      'page.conversation',
      html`${await kept(reference, going, parts)}<p class="note">${tell(voice, 'page.conversation.again')}</p>${questionForm(going)}${parts.callBack ? callBackForm(going) : ''}${ownData(going)}`,
    )
  },
  async callBack(reference, voice, { thread, number }, { conversations }) {
    const callable = callableNumber(number)
    const kept = callable && (await conversations.callBack(reference, callable))
    const going = { ...voice, thread }
    return kept
      ? page(going, 'page.callBack.done', html`<p>${tell(voice, 'page.callBack.why')}</p>${ownData(going)}`)
      : page(going, 'page.callBack.wrong', html`${callBackForm(going)}${ownData(going)}`)
  },
}

/** The page that such a button asks for; null when the form asks for nothing of the kind. */
export async function ownDataPage(form: Form, voice: Voice, parts: AppParts): Promise<Html | null> {
  const [token = ''] = form.thread.split('.')
  const act = Object.hasOwn(acts, form.act) ? acts[form.act] : undefined
  return act && isToken(token) ? act(await referenceOf(token), voice, form, parts) : null
}

/** What somebody thinks of the answer that they see: the last one. */
async function judge(
  reference: ConversationReference,
  voice: Voice,
  { thread }: Form,
  { conversations }: AppParts,
  opinion: { value: 1 | -1; comment: string | null },
): Promise<Html> {
  const visit = await conversations.visit(reference, life)
  const latest = await conversations.history(reference, { after: (visit?.seq ?? 0) - 10, limit: 10 })
  const answer = latest.findLast(({ from }) => from === 'bot')
  const taken = answer && (await conversations.feedback(reference, { messageId: answer.id, ...opinion }))
  const going = { ...voice, thread }
  return page(going, taken ? 'widget.thanks' : 'page.own.nothing', html`${questionForm(going)}${ownData(going)}`)
}

async function kept(reference: ConversationReference, voice: Voice, { conversations }: AppParts): Promise<Html> {
  const transcript = await conversations.transcript(reference)
  return transcript ? said(transcript.messages, voice) : html`<p>${tell(voice, 'page.own.nothing')}</p>`
}

/** A conversation as a list, the oldest first. */
export const said = (messages: Message[], voice: Voice): Html =>
  html`<ol class="said" role="list">${messages.map(({ from, at, lang, text }) => html`<li class="${from}"><p class="who">${tell(voice, `page.from.${from}`)} <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time></p><p lang="${lang}" dir="auto">${text}</p></li>`)}</ol>`

function page(voice: Voice, title: string, body: Html): Html {
  const { city } = voice as { city: City }
  const main = html`<article class="wide statement-page"><h1>${tell(voice, title)}</h1>${body}<p><a href="/${city.id}">${tell(voice, 'page.ask', { city: city.name })}</a></p></article>`
  return layout({ title: plainly(voice, title), voice, languages: languageSwitch(voice, `/${city.id}`), main })
}
