import { anyScript, controlsIn } from '../../src/core/any-script.ts'

/**
 * Text as people see it: what stands in a message is never markup. The platform would make words bold, slanted, struck
 * through, code or a quote by the signs around them (contract §4), so those get the look and lose the meaning.
 */

const lookalikes: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ', '>': '›' }

/** Inside a word a sign means nothing; at its edge it might, and a quote begins wherever a line may be broken. A link keeps its address: the same sign, escaped. */
const signs = anyScript('https?://\\S+|(?<![\\p{L}\\p{N}])[*_~`]|[*_~`](?![\\p{L}\\p{N}])|(?<!\\S)>', 'gu')

const atEdge = anyScript('(?<![\\p{L}\\p{N}])[*_~`]|[*_~`](?![\\p{L}\\p{N}])', 'gu')

const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/** What nobody sees but what turns the reading order, or hides between letters. Joiners stay: emoji and scripts need them. */
const unseen = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

export const plain = (text: string): string =>
  text
    .replace(controlsIn(text), (found) => (found === '\n' || found === '\t' ? found : ''))
    .replace(unseen, '')
    .replace(signs(text), (found) =>
      found.length > 1 ? found.replace(atEdge(found), escaped) : (lookalikes[found] ?? found),
    )
    .trim()
