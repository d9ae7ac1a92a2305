import type { Hono } from 'hono'
import { html } from 'hono/html'
import { type Accessibility, notAssessed } from '../../core/accessibility.ts'
import type { City } from '../../core/catalogue.ts'
import { dateIn } from '../../core/in-words.ts'
import { inLanguage } from '../../core/language.ts'
import type { AppParts } from '../app.ts'
import { languageSwitch } from './parts/language-switch.ts'
import { voiceOf } from './parts/languages.ts'
import { layout } from './parts/layout.ts'
import { type Html, inEach, plainly, sentence, tell, type Voice } from './parts/voice.ts'
import { inCity, keep, notAllowed } from './route.ts'

const name = 'page.accessibility'

/** `/{city}/toegankelijkheid`: "not assessed" until a person has tested the pages by hand and dated the record. */
export function accessibilityPage(app: Hono, { catalogue, accessibility = () => notAssessed }: AppParts): void {
  const path = '/:city/toegankelijkheid'
  app.get(
    path,
    inCity(catalogue, (context, city) => {
      const voice = voiceOf(catalogue, city, context.req.query('lang'))
      return context.html(statement(voice, city, accessibility()), 200, keep)
    }),
  )
  app.all(path, inCity(catalogue, notAllowed(catalogue, 'GET, HEAD')))
}

function statement(voice: Voice, city: City, { record, automated }: Accessibility): Html {
  const values = { city: city.name, contact: city.firstLine.name }
  const section = (part: string, more: Html | '' = ''): Html =>
    html`<section><h2>${tell(voice, `${name}.${part}.title`)}</h2><p>${tell(voice, `${name}.${part}.text`, values)}</p>${more}</section>`
  const parts = [
    record ? assessed(voice, record) : section('status'),
    section('scope'),
    section('aim'),
    measured(voice, automated),
    section('report'),
    section(`route.${city.region}`),
  ]
  const main = html`<article class="wide statement-page"><h1>${tell(voice, name)}</h1>${parts}</article>`
  const languages = languageSwitch(voice, `/${city.id}/toegankelijkheid`)
  return layout({ title: plainly(voice, name), voice, languages, main })
}

/** What people found, when, and what does not meet the standard yet. */
function assessed(voice: Voice, { date, by, conformance, failures }: NonNullable<Accessibility['record']>): Html {
  const title = `${name}.${conformance}`
  const list =
    failures.length > 0
      ? html`<ul class="failures">${failures.map((failure) => html`<li>${inEach(voice, (lang) => inLanguage(failure, lang))}</li>`)}</ul>`
      : ''
  return html`<section><h2>${tell(voice, `${title}.title`)}</h2><p>${dated(voice, `${name}.assessed`, date, { by })}</p>${list}</section>`
}

/** What a program found, said as no more than that. */
function measured(voice: Voice, check: Accessibility['automated']): Html {
  const heading = html`<h2>${tell(voice, `${name}.automated.title`)}</h2>`
  if (!check) return html`<section>${heading}<p>${tell(voice, `${name}.automated.none`)}</p></section>`
  const { date, tool, cases, violations } = check
  const values = { tool, cases: String(cases), violations: String(violations) }
  return html`<section>${heading}<p>${dated(voice, `${name}.automated.text`, date, values)}</p></section>`
}

/** A message with a date in it, which every language writes in its own way. */
const dated = (voice: Voice, message: string, date: string, values: Record<string, string>): Html =>
  inEach(voice, (lang) => sentence(voice, lang, message, { ...values, date: dateIn(lang, date) ?? date }))
