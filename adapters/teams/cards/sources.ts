import type { AnswerSource } from '../../../src/core/ask.ts'
import { dateIn } from '../../../src/core/in-words.ts'
import { type Element, paragraphs } from './card.ts'
import { safeLink } from './links.ts'
import { literal } from './literal.ts'
import type { Voice } from './voice.ts'

/** Where it comes from: each source once, with its lines and its date; a link when it is published. */
export function sources(items: AnswerSource[], voice: Voice): Element[] {
  const once = new Map(items.map((item) => [lineOf(item, voice), item]))
  return [...once].flatMap(([line, { title, url }]) => {
    const link = safeLink(url, voice.linkHosts)
    const blocks = paragraphs(line, 'aside')
    return link ? blocks.map((block) => ({ ...block, text: linked(String(block.text), literal(title), link) })) : blocks
  })
}

const lineOf = ({ title, lines, statedOn }: AnswerSource, { say, lang }: Voice): string =>
  `${say('source')}: ${[title, lines && `r. ${lines}`, dateIn(lang, statedOn)].filter(Boolean).join(', ')}`

/** Parentheses would end the link. */
const linked = (text: string, title: string, { href }: URL): string =>
  text.replace(title, () => `[${title}](${href.replace(/\(/g, '%28').replace(/\)/g, '%29')})`)
