import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { Catalogue, SourceDocument, SourceText } from '../../core/catalogue.ts'
import { dateIn } from '../../core/in-words.ts'
import type { AppParts } from '../app.ts'
import { languageSwitch } from './parts/language-switch.ts'
import { chosenLanguage } from './parts/languages.ts'
import { layout } from './parts/layout.ts'
import { anchorOf, webAddress } from './parts/links.ts'
import { type Html, tell, type Voice, written } from './parts/voice.ts'
import { keep, notAllowed } from './route.ts'

/** `/bron/{document}`: what a source is, and what its cited lines state in our own words. */
export function documentPage(app: Hono, { catalogue, sourceTexts }: AppParts): void {
  app.get('/bron/:document', async (context) => {
    const name = context.req.param('document')
    const document = Object.hasOwn(catalogue.documents, name) ? catalogue.documents[name] : undefined
    const text = document && (await sourceTexts?.())?.[document.id]
    if (!document || !text) return context.notFound()
    return context.html(render(document, text, catalogue, context.req.query('lang')), 200, keep)
  })
  app.all('/bron/:document', notAllowed(catalogue, 'GET, HEAD'))
}

function render(
  document: SourceDocument,
  { note, statements: stated }: SourceText,
  catalogue: Catalogue,
  chosen: string | undefined,
): Html {
  const voice: Voice = { catalogue, city: null, langs: [chosenLanguage(chosen, null) ?? 'nl'] }
  const [lang] = voice.langs
  const main = html`<article class="wide document"><p class="kind">${tell(voice, 'page.document')}</p>
<h1>${document.title}</h1>
${note ? html`<p class="intro">${written(note, lang)}</p>` : ''}
${about(document, voice)}
<h2>${tell(voice, 'page.document.states')}</h2>
${statements(stated, voice)}</article>`
  return layout({ title: document.title, voice, languages: languageSwitch(voice, `/bron/${document.id}`), main })
}

function about({ issuer, statedOn, url }: SourceDocument, voice: Voice): Html {
  const web = webAddress(url)
  const rows = [
    ['page.document.issuer', html`${issuer}`],
    ['page.document.date', html`${dateIn(voice.langs[0], statedOn) ?? tell(voice, 'page.document.undated')}`],
    ['page.document.where', web ? html`<a href="${web.href}">${web.host}</a>` : tell(voice, 'page.document.nowhere')],
  ] as const
  return html`<dl class="about">${rows.map(([name, value]) => html`<div><dt>${tell(voice, name)}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** Statements by the lines they stand on; of several that begin on one line the first has the anchor. */
function statements(stated: SourceText['statements'], voice: Voice): Html[] {
  const anchors = stated.map(({ lines }) => anchorOf(lines))
  return stated.map(({ lines, states }, at) => {
    const id = anchors.indexOf(anchors[at] ?? '') === at ? html` id="${anchors[at]}"` : ''
    return html`<section class="statement"${id}><h3>${tell(voice, 'page.document.line', { lines })}</h3><p>${written(states, voice.langs[0])}</p></section>`
  })
}
