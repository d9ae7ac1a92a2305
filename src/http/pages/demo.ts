import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { City, PublicService } from '../../core/catalogue.ts'
import { inLanguage } from '../../core/language.ts'
import type { AppParts } from '../app.ts'
import { languageSwitch } from './parts/language-switch.ts'
import { addressFrom, voiceOf } from './parts/languages.ts'
import { type Html, inEach, plainly, tell, type Voice } from './parts/voice.ts'
import { inCity } from './route.ts'
import { demoStyle } from './style/demo.css.ts'

/** The strictest policy that a site may have, and the widget still works: here its files come from the site itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/**
 * `/demo/{city}` and `/demo/{city}/{slug}`: pages like those of a city, with the widget on them, to see it and to measure
 * it. Only in a local run: nobody may take them for the city's own.
 */
export function demoPages(app: Hono, { catalogue, local = false }: AppParts): void {
  if (!local) return
  app.get('/demo/style.css', (context) => context.body(demoStyle, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get(
    '/demo/:city/:slug?',
    inCity(catalogue, (context, city) => {
      const slug = context.req.param('slug')
      const service = slug === undefined ? null : city.services[`${city.id}/${slug}`]
      if (service === undefined) return context.notFound()
      const voice = voiceOf(catalogue, city, context.req.query('lang'))
      const bare = context.req.query('widget') === 'no'
      return context.html(page(voice, city, { service, bare }), 200, { 'content-security-policy': policy })
    }),
  )
}

type Shown = {
  /** Null: the page on which a visitor begins. */
  service: PublicService | null
  /** Without the widget, to measure what it costs. */
  bare: boolean
}

function page(voice: Voice, city: City, { service, bare }: Shown): Html {
  const name = inEach(voice, (lang) => inLanguage(city.name, lang))
  return html`<!doctype html>
<html lang="${voice.langs[0]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${[service && inLanguage(service.name, voice.langs[0]), inLanguage(city.name, voice.langs[0]), plainly(voice, 'page.demo')].filter(Boolean).join(' – ')}</title>
<meta name="description" content="${plainly(voice, 'page.demo.text', { city: city.name })}">
<link rel="stylesheet" href="/${city.id}/theme.css">
<link rel="stylesheet" href="/demo/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${bare ? '' : html`<script type="module" src="/widget.js"></script>`}
</head>
<body>
<header><div><a class="brand" href="${address(voice, null, city)}">${name}</a>${languageSwitch(voice, `/demo/${slugOf(service, city)}`)}</div></header>
<main>
<p class="sample">${tell(voice, 'page.demo.text', { city: city.name })} <a href="${addressFrom(voice, `/${city.id}`)}">${tell(voice, 'page.demo.own')}</a></p>
${service ? about(voice, service) : html`<h1>${name}</h1>`}
${others(voice, city, service)}
</main>
<footer><p>${tell(voice, 'page.demo')}</p></footer>
${bare ? '' : widget(voice, city, service)}
</body>
</html>`
}

/** What a city pastes. Without a language it opens in all those of equal weight. */
const widget = (voice: Voice, { id, name }: City, service: PublicService | null): Html =>
  html`<loket-wijzer city="${id}" lang="${voice.langs.length === 1 ? voice.langs[0] : ''}" topic="${service?.id ?? ''}"><a href="${addressFrom(voice, `/${id}`)}">${tell(voice, 'page.ask', { city: name })}</a></loket-wijzer>`

const about = (voice: Voice, { name, answer }: PublicService): Html =>
  html`<h1>${inEach(voice, (lang) => inLanguage(name, lang))}</h1><p>${inEach(voice, (lang) => inLanguage(answer, lang))}</p>`

const mostLinks = 9

/** Links to some other pages of the sample: those that are looked for on any city's site. */
function others(voice: Voice, city: City, shown: PublicService | null): Html {
  const services = Object.values(city.services)
    .filter(({ id, concepts }) => id !== shown?.id && concepts.length > 0)
    .slice(0, mostLinks)
  const items = services.map(
    (one) =>
      html`<li><a href="${address(voice, one, city)}">${inEach(voice, (lang) => inLanguage(one.name, lang))}</a></li>`,
  )
  return html`<h2>${tell(voice, 'page.demo.pages')}</h2><ul>${items}</ul>`
}

const slugOf = (service: PublicService | null, { id }: City): string => service?.id ?? id

const address = (voice: Voice, service: PublicService | null, city: City): string =>
  addressFrom(voice, `/demo/${slugOf(service, city)}`)
