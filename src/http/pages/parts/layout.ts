import { html } from 'hono/html'
import { inLanguage } from '../../../core/language.ts'
import { addressFrom } from './languages.ts'
import { type Html, plainly, tell, type Voice } from './voice.ts'

type Layout = {
  /** What the page is about, without the city. */
  title: string
  voice: Voice
  /** The language switch. */
  languages: Html | ''
  main: Html
  /** Goes into the head: where the same thing stands in another form. */
  alternate?: Html
  /** Leaves out all that could distract. */
  bare?: boolean
}

/** The frame of every page: head, header with the language switch, main, footer. */
export function layout({ title, voice, languages, main, alternate, bare = false }: Layout): Html {
  const { city, langs } = voice
  const name = city ? inLanguage(city.name, langs[0]) : undefined
  return html`<!doctype html>
<html lang="${langs[0]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${[title, title.includes(name ?? title) ? undefined : name, plainly(voice, 'page.product')].filter(Boolean).join(' – ')}</title>
<link rel="stylesheet" href="/style.css">
${city ? html`<link rel="stylesheet" href="/${city.id}/theme.css">` : ''}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${alternate ?? ''}
</head>
<body>
<header class="top"><a class="skip" href="#content">${tell(voice, 'page.skip')}</a><div class="wide">
${brand(voice, name)}
${languages}
</div></header>
<main id="content" tabindex="-1">${main}</main>
${bare ? '' : footer(voice)}
</body>
</html>`
}

function brand(voice: Voice, name: string | undefined): Html {
  const product = tell(voice, 'page.product')
  if (!name) return html`<a class="brand" href="/"><strong>${product}</strong></a>`
  return html`<a class="brand" href="${addressFrom(voice, `/${voice.city?.id}`)}"><strong>${name}</strong> <span>${product}</span></a>`
}

function footer(voice: Voice): Html {
  const { city } = voice
  const link = (path: string, name: string): Html =>
    html`<li><a target="_top" href="${addressFrom(voice, path)}">${tell(voice, name)}</a></li>`
  const ofCity = city
    ? [
        link(`/${city.id}/privacy`, 'page.privacy'),
        link(`/${city.id}/toegankelijkheid`, 'page.accessibility'),
        link(`/${city.id}/cijfers`, 'page.figures'),
      ]
    : []
  return html`<footer class="bottom"><nav class="wide" aria-label="${plainly(voice, 'page.about')}"><ul>${ofCity}<li><a target="_top" href="/">${tell(voice, 'page.cities.link')}</a></li></ul></nav></footer>`
}
