import { literal } from './literal.ts'

/**
 * Adaptive Cards with what every client of Teams shows: features of 1.2, and actions that fall back to those of 1.2
 * where 1.4 is not known.
 */

export type Element = Readonly<{ type: string } & Record<string, unknown>>
export type Card = Readonly<{
  $schema: string
  type: 'AdaptiveCard'
  version: '1.5'
  fallbackText: string
  body: Element[]
  actions?: Element[]
}>

export const cardContentType = 'application/vnd.microsoft.card.adaptive'

export const card = (body: Element[], actions: Element[], fallbackText: string): Card => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText,
  body,
  ...(actions.length > 0 ? { actions } : {}),
})

/** Characters of the longest paragraph; a longer one becomes several, so that a card can be divided between them. */
const longestParagraph = 2000

export type Look = 'plain' | 'title' | 'aside'

const looks: Record<Look, Record<string, unknown>> = {
  plain: {},
  title: { weight: 'Bolder', size: 'Medium' },
  aside: { isSubtle: true, size: 'Small', spacing: 'None' },
}

/** Paragraphs of a text, a line each. */
export const paragraphs = (text: string, look: Look = 'plain'): Element[] =>
  text
    .split('\n')
    .flatMap((line) => pieces(line.trim()))
    .filter(Boolean)
    .map((line) => ({ type: 'TextBlock', text: literal(line), wrap: true, ...looks[look] }))

/** Cuts at a space where there is one, and never through a character. */
export function pieces(line: string, most: number = longestParagraph): string[] {
  if (line.length <= most) return [line]
  const space = line.lastIndexOf(' ', most)
  const end = space > most / 2 ? space : most - (/[\ud800-\udbff]/.test(line[most - 1] ?? '') ? 1 : 0)
  return [line.slice(0, end), ...pieces(line.slice(end).trimStart(), most)]
}
