import { html } from 'hono/html'
import type { FiguresGroup } from '../../../core/figures.ts'
import { type Html, inEach, plainly, sentence, tell, type Voice } from './voice.ts'

/** The four ways in which a question ends, in the order of bar and table. */
const ends = ['right', 'asked', 'unknown', 'wrong'] as const

const share = (part: number, { n }: FiguresGroup): number => Math.round((100 * part) / n)

/** One bar for the whole, and beside each colour what it stands for. */
export function figuresBar(group: FiguresGroup, voice: Voice): Html {
  let begin = 0
  const parts = ends.map((end) => {
    const width = (100 * group[end]) / group.n
    const part = html`<rect class="${end}" x="${begin.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="6"/>`
    begin += width
    return part
  })
  const legend = ends.map(
    (end) =>
      html`<div><dt><svg class="sign" viewBox="0 0 1 1" aria-hidden="true"><rect class="${end}" width="1" height="1"/></svg><span>${share(group[end], group)} % ${tell(voice, `page.figures.${end}`)}</span></dt><dd>${tell(voice, `page.figures.${end}.text`)}</dd></div>`,
  )
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${parts}</svg><dl class="ends">${legend}</dl>`
}

const columns = [...ends, 'siteSearch'] as const

/**
 * Groups under each other. In a narrow window every row becomes a list of its own, with the heads beside the numbers;
 * the roles are written out because a table that is laid out otherwise is no table to a screen reader.
 */
export function figuresTable(name: string, groups: FiguresGroup[], voice: Voice): Html {
  const id = name.replaceAll('.', '-')
  const head = ['n', ...columns].map(
    (column) => html`<th role="columnheader" scope="col">${tell(voice, `page.figures.${column}`)}</th>`,
  )
  const rows = groups.map(
    (group) =>
      html`<tr role="row"><th role="rowheader" scope="row">${nameOf(group, voice)}</th>${cell('n', String(group.n), voice)}${columns.map((column) => cell(column, `${share(group[column], group)} %`, voice))}</tr>`,
  )
  return html`<h2 id="${id}">${tell(voice, name)}</h2><table role="table" aria-labelledby="${id}"><thead role="rowgroup"><tr role="row"><td role="cell"></td>${head}</tr></thead><tbody role="rowgroup">${rows}</tbody></table>`
}

const cell = (column: string, value: string, voice: Voice): Html =>
  html`<td role="cell" data-head="${plainly(voice, `page.figures.${column}`)}">${value}</td>`

function nameOf({ kind, id }: FiguresGroup, voice: Voice): Html {
  if (kind === 'all') return tell(voice, 'page.figures.all')
  if (kind === 'city') return inEach(voice, (lang) => voice.catalogue.cities[id]?.name[lang] ?? id)
  if (kind === 'language')
    return inEach(voice, (lang) => upperFirst(new Intl.DisplayNames(lang, { type: 'language' }).of(id) ?? id))
  const name = `page.theme.${id}`
  return inEach(voice, (lang) => (voice.catalogue.messages[name] ? sentence(voice, lang, name) : upperFirst(id)))
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
