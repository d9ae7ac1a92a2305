import type { AnswerSource } from '../../../../src/core/ask.ts'
import { webAddress } from '../../../../src/core/links.ts'
import type { Block } from '../../../../src/core/message.ts'
import { h, type Part } from '../dom.ts'
import type { TextName } from '../texts.ts'
import { dateIn } from './date.ts'
import { link } from './link.ts'
import { pageOf, plain, tell } from './scene.ts'

type Dated = {
  source?: string | undefined
  statedOn?: string | null | undefined
  checkedOn?: string | null | undefined
  stale?: boolean | undefined
}

/** Who says so, since when, and whether that is too long ago. Nothing where nobody says it. */
export const dated = ({ source, statedOn, checkedOn, stale }: Dated): Part => {
  const date = dateIn(checkedOn ?? statedOn) ?? ''
  const name = checkedOn ? 'checked' : date ? 'according' : 'accordingUndated'
  return source && h('small.dated', tell(name, { source, date }), ' ', stale && h('span.stale', tell('stale')))
}

export const factRow = (fact: Extract<Block, { t: 'fact' }>): Part => {
  const web = webAddress(fact.v)
  return h(
    'dl',
    h('dt', tell(`fact.${fact.kind}` as TextName)),
    h('dd', web ? link(web.href, '', web.host) : fact.v, dated(fact)),
  )
}

/** Where the answer comes from: each document once, with its date and the lines that say it. */
export const sourceList = ({ items }: { items: AnswerSource[] }): Part => {
  const byName = new Map<string, AnswerSource[]>()
  for (const source of items) {
    const name = source.title + source.statedOn
    byName.set(name, [...(byName.get(name) ?? []), source])
  }
  return h('div.sources', h('b', tell('sources')), h('ul', [...byName.values()].map(entry)))
}

const entry = (cited: AnswerSource[]): Part => {
  const [{ title, url, document, statedOn, checkedOn }] = cited as [AnswerSource]
  const web = document ? undefined : webAddress(url)
  const date = dateIn(checkedOn ?? statedOn)
  const lines = [...new Set(cited.flatMap((source) => source.lines ?? []))]
  return h(
    'li',
    web ? link(web.href, '', title) : title,
    date && ` (${checkedOn ? plain('checked', { date }) : date})`,
    lines.map((line, at) => [
      at > 0 ? ', ' : ': ',
      link(`${pageOf(`bron/${document}`)}#r${Number.parseInt(line, 10)}`, '', plain('line', { lines: line })),
    ]),
  )
}
