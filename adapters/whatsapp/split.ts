import { graphemeBorder } from './cut.ts'

/** Where a text may be broken, best first: between paragraphs, lines, sentences, words. */
const borders = [/\n\s*\n/g, /\n/g, /(?<=[.!?\u2026])\s+/g, /\s+/g]

/**
 * A long text in parts of at most `limit` UTF-16 units, in order. Only the white space at the breaks is lost; a text
 * without any is broken between characters.
 */
export function split(text: string, limit: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const end = breakIn(rest, limit)
    parts.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? parts : [...parts, rest]
}

/** A break in the second half is worth having: earlier ones would leave crumbs. */
function breakIn(text: string, limit: number): number {
  const within = text.slice(0, limit + 1)
  for (const border of borders) {
    const last = [...within.matchAll(border)].findLast(({ index }) => index > limit / 2 && index <= limit)
    if (last) return last.index
  }
  return graphemeBorder(text, limit)
}
