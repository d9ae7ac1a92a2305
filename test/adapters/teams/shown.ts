import type { Element } from '../../../adapters/teams/cards/card.ts'
import { shownOf } from '../../../adapters/teams/cards/shown.ts'

type Json = Record<string, unknown>
type Card = { body: Element[]; actions?: { title: string }[] }

const isCard = (one: Json): one is { content: Card } & Json =>
  one.contentType === 'application/vnd.microsoft.card.adaptive'

/** What somebody in Teams sees of a payload: what is written, and what can be chosen. */
export function shown(payload: Json): { text: string; choices: string[] } {
  const { text, attachments } = payload.activity as { text?: string; attachments?: Json[] }
  const cards = (attachments ?? []).filter(isCard).map(({ content }) => content)
  return {
    text: [text ?? '', ...cards.map(({ body }) => shownOf(body.filter(({ type }) => type !== 'Input.ChoiceSet')))]
      .filter(Boolean)
      .join('\n'),
    choices: cards.flatMap(({ body, actions }) => [...listed(body), ...(actions ?? []).map(({ title }) => title)]),
  }
}

const listed = (body: Element[]): string[] =>
  body.flatMap(({ type, choices }) =>
    type === 'Input.ChoiceSet' ? (choices as { title: string }[]).map(({ title }) => title) : [],
  )
