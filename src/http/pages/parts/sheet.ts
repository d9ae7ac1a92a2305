import { html } from 'hono/html'
import type { WrittenLanguage } from '../../../core/language.ts'
import type { AppParts } from '../../app.ts'
import { answerBody } from './answer.ts'
import { languageSwitch } from './language-switch.ts'
import { addressFrom } from './languages.ts'
import { layout } from './layout.ts'
import { type Html, tell, type Voice } from './voice.ts'

/** One service or body on a page of its own, in each language of the page: to link to, to keep, to print. */
export function sheet(target: string, path: string, voice: Voice, { assistant }: AppParts): Html {
  const { city, langs } = voice
  const shownIn = (lang: WrittenLanguage) => {
    const { answers, reply } = assistant.show(target, { lang, city: city?.id ?? null })
    return { answer: answers[0], lead: reply.lead }
  }
  const articles = langs.map((lang) => {
    const { answer, lead } = shownIn(lang)
    return answer
      ? html`<article class="sheet" lang="${lang}">${answerBody(answer, { voice: { ...voice, langs: [lang] }, level: 1, lead, ownPage: true })}</article>`
      : ''
  })
  const ask = html`<p class="back"><a class="more" href="${addressFrom(voice, `/${city?.id}`)}">${tell(voice, 'page.ask', { city: city?.name ?? '' })}</a></p>`
  return layout({
    title: langs.map((lang) => shownIn(lang).answer?.title).join(' · '),
    voice,
    languages: languageSwitch(voice, path),
    main: html`<div class="wide">${articles}${ask}</div>`,
    alternate: target.includes(':') ? html`` : html`<link rel="alternate" type="application/ld+json" href="${path}">`,
  })
}
