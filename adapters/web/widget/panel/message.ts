import { telephone } from '../../../../src/core/links.ts'
import type { Block, Message } from '../../../../src/core/message.ts'
import { firstSentence } from '../../../../src/core/prose.ts'
import { say } from './conversation.ts'
import { h, type Part } from './dom.ts'
import { factRow, sourceList } from './facts.ts'
import { judgement } from './judgement.ts'
import { link, site } from './link.ts'
import { button, lang, list, pageOf, plain, scene, tell } from './scene.ts'
import { wayIn } from './ways-in.ts'

/** Who says it, in words. */
export const sender = (from: Message['from']): string => plain(from === 'citizen' ? 'you' : from)

/** A message in the log: who says it, then its blocks. Everything in it is text. */
/** What was written here and not sent yet is only its words. */
type Shown = Pick<Message, 'id' | 'from' | 'text'> & Partial<Message>

export const messageView = (message: Shown): HTMLElement => {
  const { from, outcome, blocks = [], text } = message
  const inCrisis = outcome === 'crisis'
  const body = blocks.map((block, at) =>
    inCrisis && block.t === 'text'
      ? block.v.split('\n').map(crisisLine)
      : (views[block.t] as (...given: unknown[]) => Part)?.(block, message, blocks[at - 1]),
  )
  return h(
    `article.message ${from}${inCrisis ? ' crisis' : ''}`,
    { lang: from === 'citizen' ? '' : message.lang },
    h('h3.who', { lang: lang() }, sender(from)),
    body[0] ? body : paragraph(text),
    judgement(message),
  )
}

const paragraph = (text: string, kind = ''): Part => h(`p.${kind}`, { dir: 'auto' }, text)

/** A help line becomes something to press; the rest is said calmly. */
const crisisLine = (line: string): Part => {
  const [, number, name] = /^([\d\s+./-]+): (.+)$/.exec(line) ?? []
  return number ? link(telephone(number), 'target', h('b', number), h('span', name)) : paragraph(line)
}

type Views = {
  [T in Block['t']]?: (block: Extract<Block, { t: T }>, message: Message, before: Block | undefined) => Part
}

/** How each kind of block is shown. A kind that is not here is left out: what we do not know is said in the text. */
const views: Views = {
  text: ({ v }, { from }, before) => {
    const [first, rest] = from === 'bot' && (!before || before.t === 'service') ? firstSentence(v) : ['', v]
    return [first && paragraph(first, 'lead'), rest && paragraph(rest)]
  },
  notice: ({ v }) => paragraph(v, 'note'),
  link: ({ href, v }) => site(href, 'target', v),
  service: ({ v }) => h('h4', v),
  channels: ({ items }, message) => list('ul.ways', items, (item) => wayIn(item, message)),
  fact: factRow,
  steps: ({ items }) =>
    list('ol.steps', items, ({ order, service, v, text }) => [
      h('b.number', { 'aria-hidden': true }, `${order}`),
      h('h4', v),
      paragraph(text),
      more(service, v),
    ]),
  choices: ({ items }, { id: of }) =>
    list('ol.choices', items, ({ id, v }, at) =>
      button('choice', () => say(v, { id, of }), h('b', { 'aria-hidden': true }, `${at + 1}`), h('span', v)),
    ),
  sources: sourceList,
}

/** The page of a service of the city; other bodies have none here. */
const more = (service: string | null, title: string): Part => {
  const [owner, slug] = service?.split('/') ?? []
  return owner === scene.config.city && link(pageOf(`${owner}/dienst/${slug}`), 'target', tell('more', { title }))
}
