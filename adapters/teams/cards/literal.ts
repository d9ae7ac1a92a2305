import { controlsIn } from '../../../src/core/any-script.ts'

/** Text as it stands: what would be markup on a card, or would turn a line round, is made harmless. */

/** Marks that turn the direction of writing, and signs without width. */
const unseen = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Without what cannot be seen; line breaks stay. */
export const visible = (text: string): string =>
  text.replace(unseen, '').replace(controlsIn(text), (one) => (one === '\n' || one === '\t' ? one : ''))

/** For a TextBlock, which reads a part of Markdown: every sign that it would act on is shown as itself. */
export const literal = (text: string): string =>
  visible(text)
    .replace(/[\\[\]*_~`#>]/g, '\\$&')
    .replace(/\\\]\(/g, '\\]\\(')
    .replace(/^(\s*)([-+])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')

/** What a person reads of a TextBlock that `literal` wrote. */
export const read = (written: string): string => written.replace(/\\([\\[\]()*_~`#>.+-])/g, '$1')
