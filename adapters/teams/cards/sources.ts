import type { AnswerSource } from '../../../src/core/ask.ts'
import { type Element, paragraphs } from './card.ts'
import { safeLink } from './links.ts'
import { literal } from './literal.ts'
import type { Voice } from './voice.ts'

/** Where it comes from: each source once, with its lines and its date; a link when it is published. */
export function sources(items: AnswerSource[], { say, linkHosts }: Voice): Element[] {
  const together = Map.groupBy(items, ({ title, statedOn }) => JSON.stringify([title, statedOn]))
  return [...together.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const lines = [...new Set(same.flatMap(({ lines }) => lines ?? []))].join(', ')
    const rest = [lines && `r. ${lines}`, first.statedOn].filter(Boolean).join(', ')
    const link = same.map(({ url }) => safeLink(url, linkHosts)).find((url) => url !== null)
    return paragraphs(`${say('source')}: ${first.title}${rest ? `, ${rest}` : ''}`, 'aside').map((block) =>
      link ? { ...block, text: linked(String(block.text), literal(first.title), link) } : block,
    )
  })
}

/** Parentheses would end the link. */
const linked = (text: string, title: string, { href }: URL): string =>
  text.replace(title, () => `[${title}](${href.replace(/\(/g, '%28').replace(/\)/g, '%29')})`)
