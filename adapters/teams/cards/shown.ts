import type { Element } from './card.ts'
import { read } from './literal.ts'

/** What a person reads on a card, a line each. */
export function shownOf(elements: readonly Element[]): string {
  return elements.flatMap(lines).join('\n')
}

/** A link of ours, of which only its words are read. */
const link = /(?<!\\)\[((?:\\.|[^\]\\])*)\]\(https:[^)]*\)/g

function lines({ type, text, items, actions, title, choices }: Element): string[] {
  if (type === 'TextBlock') return [read(String(text).replace(link, '$1'))]
  const below = [items, actions, choices].flatMap((list) => (Array.isArray(list) ? (list as Element[]) : []))
  return [...(typeof title === 'string' ? [title] : []), ...below.flatMap(lines)]
}
