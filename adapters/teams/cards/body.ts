import type { Block, Message } from '../../../src/core/message.ts'
import { type Element, paragraphs } from './card.ts'
import { leftover } from './leftover.ts'
import { safeLink } from './links.ts'
import { visible } from './literal.ts'
import { sources } from './sources.ts'
import { accordingTo, type Voice } from './voice.ts'
import { wayIn } from './ways-in.ts'

/**
 * The answer, from the same blocks as every other way in: what, where, how to reach it, what is known of it, and who
 * says so. What the text says and no block does comes too.
 */
export function bodyOf(message: Message, voice: Voice): Element[] {
  const blocks = answerFirst(message.blocks)
  const [before, after] = [blocks.filter(({ t }) => t !== 'sources'), blocks.filter(({ t }) => t === 'sources')]
  return [
    ...before.flatMap((block) => elements(block, voice)),
    ...leftover(message, voice).flatMap((line) => paragraphs(line)),
    ...after.flatMap((block) => elements(block, voice)),
  ]
}

/** What is said beside an answer stands behind it, as in its text: the answer comes first. */
function answerFirst(blocks: Block[]): Block[] {
  const begin = blocks.findIndex(({ t }) => t === 'service')
  if (begin === -1) return blocks
  const beside = blocks.slice(0, begin).filter(({ t }) => t === 'text')
  const rest = blocks.filter((block) => !beside.includes(block))
  const end = rest.findIndex(({ t }, at) => at > 0 && t === 'text') + 1
  return [...rest.slice(0, end), ...beside, ...rest.slice(end)]
}

function elements(block: Block, voice: Voice): Element[] {
  switch (block.t) {
    case 'text':
      return paragraphs(block.v)
    case 'notice':
      return paragraphs(block.v, 'aside')
    case 'service':
      return paragraphs(block.v, 'title').map((title) => ({ ...title, separator: true }))
    case 'channels':
      return block.items.flatMap((channel) => wayIn(channel, voice))
    case 'fact':
      return fact(block, voice)
    case 'steps':
      return block.items.flatMap(({ order, v, text }) => [
        ...paragraphs(`${order}. ${text}`),
        ...paragraphs(v, 'aside'),
      ])
    case 'link':
      return link(block, voice)
    case 'sources':
      return sources(block.items, voice)
    // The text says what is not known, and choices have a place of their own.
    case 'unknown':
    case 'choices':
      return []
  }
}

function fact({ kind, v, ...dated }: Extract<Block, { t: 'fact' }>, voice: Voice): Element[] {
  return [
    ...paragraphs(`${voice.say(`page.fact.${kind}`)}: ${v}`),
    ...paragraphs(accordingTo({ ...dated, stale: false }, voice), 'aside'),
  ]
}

function link({ href, v }: Extract<Block, { t: 'link' }>, { linkHosts }: Voice): Element[] {
  const url = safeLink(href, linkHosts)
  if (!url) return paragraphs(`${v}: ${href}`)
  const title = visible(`${v} (${url.hostname})`)
  return [{ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title, url: url.href }] }]
}
