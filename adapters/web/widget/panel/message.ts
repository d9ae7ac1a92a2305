import { telephone, webAddress } from '../../../../src/core/links.ts'
import type { Block, Message } from '../../../../src/core/message.ts'
import { firstSentence } from '../../../../src/core/prose.ts'
import { h, type Part } from '../dom.ts'
import { factRow, sourceList } from './facts.ts'
import { judgement } from './judgement.ts'
import { link } from './link.ts'
import { button, lang, pageOf, plain, scene, tell } from './scene.ts'
import { wayIn } from './ways-in.ts'

export type Actions = { choose(label: string, choice: { id: string; of: string }): void; taken(type: string): void }

const senders = { citizen: 'you', bot: 'bot', desk: 'desk', system: 'system' } as const

/** Who says it, in words. */
export const sender = (from: Message['from']): string => plain(senders[from])

/** A message in the log: who says it, then its blocks. Everything in it is text. */
export const messageView = (
  message: Pick<Message, 'from' | 'text'> & Partial<Message>,
  actions: Actions,
): HTMLElement => {
  const { from, outcome, blocks = [], text } = message
  const inCrisis = outcome === 'crisis'
  const body = blocks.map((block, at) =>
    inCrisis && block.t === 'text'
      ? block.v.split('\n').map(crisisLine)
      : blockView(block, blocks[at - 1], message as Message, actions),
  )
  return h(
    `article.message.${from}${inCrisis ? '.crisis' : ''}` as 'article',
    { lang: from === 'citizen' ? '' : message.lang },
    h('h3.who', { lang: lang() }, sender(from)),
    body.length > 0 ? body : paragraph(text),
    judgement(message as Message),
  )
}

const paragraph = (text: string, kind = ''): Part => h(`p.${kind}` as 'p', { dir: 'auto' }, text)

/** A help line becomes something to press; the rest is said calmly. */
const crisisLine = (line: string): Part => {
  const [, number, name] = /^([\d\s+./-]+): (.+)$/.exec(line) ?? []
  return number ? link(telephone(number), 'target', h('b', number), h('span', name)) : paragraph(line)
}

const blockView = (
  block: Block,
  before: Block | undefined,
  { id: of, from }: Message,
  { choose, taken }: Actions,
): Part => {
  switch (block.t) {
    case 'text': {
      const [first, rest] =
        from === 'bot' && (!before || before.t === 'service') ? firstSentence(block.v) : ['', block.v]
      return [first && paragraph(first, 'lead'), rest && paragraph(rest)]
    }
    case 'notice':
      return paragraph(block.v, 'note')
    case 'link': {
      const web = webAddress(block.href)
      return web ? link(web.href, 'target', block.v) : paragraph(block.v)
    }
    case 'service':
      return h('h4', block.v)
    case 'channels':
      return h(
        'ul.ways',
        { 'aria-label': plain('waysIn') },
        block.items.map((item) => wayIn(item, taken)),
      )
    case 'fact':
      return factRow(block)
    case 'steps':
      return h(
        'ol.steps',
        { role: 'list' },
        block.items.map(({ order, service, v, text }) =>
          h('li', h('b.number', { 'aria-hidden': 'true' }, `${order}`), h('h4', v), paragraph(text), more(service, v)),
        ),
      )
    case 'choices':
      return h(
        'ol.choices',
        { role: 'list' },
        block.items.map(({ id, v }, at) =>
          h(
            'li',
            button('choice', () => choose(v, { id, of }), h('b', { 'aria-hidden': 'true' }, `${at + 1}`), h('span', v)),
          ),
        ),
      )
    case 'sources':
      return sourceList(block.items)
    default:
      // What we do not know is said in the text already.
      return null
  }
}

/** The page of a service of the city; other bodies have none here. */
const more = (service: string | null, title: string): Part => {
  const [owner, slug] = service?.split('/') ?? []
  return owner === scene.config.city && link(pageOf(`${owner}/dienst/${slug}`), 'more', tell('more', { title }))
}
