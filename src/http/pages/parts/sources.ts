import { html } from 'hono/html'
import type { AnswerSource } from '../../../core/ask.ts'
import { dateIn } from '../../../core/in-words.ts'
import { addressIn } from './languages.ts'
import { anchorOf, webAddress } from './links.ts'
import { type Html, sentence, tell, type Voice } from './voice.ts'

/** Where an answer comes from: lines of a document, or a page on the web; each document once. */
export function sourceList(sources: AnswerSource[], voice: Voice, level: number): Html | '' {
  const names = [...new Set(sources.map(nameOf))]
  if (names.length === 0) return ''
  const items = names.map(
    (name) =>
      html`<li>${entry(
        sources.filter((source) => nameOf(source) === name),
        voice,
      )}</li>`,
  )
  return html`<section class="sources"><h${level}>${tell(voice, 'page.sources')}</h${level}><ul>${items}</ul></section>`
}

const nameOf = ({ title, document, url, statedOn }: AnswerSource): string => [title, document, url, statedOn].join()

function entry(cited: AnswerSource[], voice: Voice): Html {
  const [first] = cited
  if (!first) return html``
  const date = dateIn(voice.langs[0], first.statedOn)
  const lines = [...new Set(cited.flatMap((source) => source.lines ?? []))]
  return html`${name(first)}${date ? ` (${date})` : ''}${lines.map((line, at) => html`${at === 0 ? ': ' : ', '}${place(first.document, line, voice)}`)}`
}

function name({ title, url, document }: AnswerSource): Html {
  const web = document ? undefined : webAddress(url)
  return web ? html`<a target="_top" href="${web.href}">${title}</a>` : html`${title}`
}

function place(document: string | null, lines: string, voice: Voice): Html {
  const [lang] = voice.langs
  const words = sentence(voice, lang, 'page.line', { lines })
  return document
    ? html`<a target="_top" href="${addressIn(`/bron/${document}`, lang, null)}#${anchorOf(lines)}">${words}</a>`
    : html`${words}`
}
