import type { AnswerSource } from '../../../../src/core/ask.ts'
import { webAddress } from '../../../../src/core/links.ts'
import type { Block } from '../../../../src/core/message.ts'
import type { TextName } from '../texts.ts'
import { dateIn } from './date.ts'
import { h, type Part } from './dom.ts'
import { link, site } from './link.ts'
import { list, pageOf, plain, tell } from './scene.ts'

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
  return source && h('small', tell(name, { source, date }), ' ', stale && h('span.stale', tell('stale')))
}

export const factRow = (fact: Extract<Block, { t: 'fact' }>): Part =>
  h('dl', h('dt', tell(`fact.${fact.kind}` as TextName)), h('dd', site(fact.v, ''), dated(fact)))

/** Where the answer comes from: each source with its date, and where in it. */
export const sourceList = ({ items }: { items: AnswerSource[] }): Part =>
  h('div.sources', h('b', tell('sources')), list('ul', items, entry))

const entry = ({ title, url, document, lines, statedOn, checkedOn }: AnswerSource): Part => {
  const date = dateIn(checkedOn ?? statedOn)
  const place = lines && plain('line', { lines })
  const words = [title, checkedOn ? plain('checked', { date: date ?? '' }) : date, place].filter(Boolean).join(', ')
  const href = document ? `${pageOf(`bron/${document}`)}#r${lines?.split(/\D/)[0]}` : webAddress(url)?.href
  return href ? link(href, '', words) : words
}
