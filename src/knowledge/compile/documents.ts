import type { SourceDocument, SourceText } from '../../core/catalogue.ts'
import type { Texts } from '../../core/language.ts'
import type { Knowledge } from '../read.ts'

export const compileDocuments = ({ sources }: Knowledge): Record<string, SourceDocument> =>
  Object.fromEntries(
    sources.map(({ value: { id, title, issuer, statedOn, url } }) => [id, { id, title, issuer, statedOn, url }]),
  )

/** What the cited lines of every document state, in our own words, from wherever it is cited. */
export function compileSourceTexts(knowledge: Knowledge): Record<string, SourceText> {
  const cited = knowledge.cities.flatMap((city) => [
    ...city.services.flatMap(({ value }) => value.sources),
    ...city.organisations.flatMap(({ sources }) => sources),
  ])
  return Object.fromEntries(
    knowledge.sources.map(({ value: { id, note, statements } }) => {
      const found = new Map<string, Texts>(Object.entries(statements))
      for (const { document, lines, states } of cited) {
        if (document !== id || !states) continue
        const known = found.get(lines)
        found.set(lines, known && !known.nl.includes(states.nl) ? joinTexts(known, states) : (known ?? states))
      }
      const ordered = [...found].sort(
        ([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || a.localeCompare(b),
      )
      return [id, { note, statements: ordered.map(([lines, states]) => ({ lines, states })) }]
    }),
  )
}

const joinTexts = (a: Texts, b: Texts): Texts => ({
  nl: `${a.nl} ${b.nl}`,
  fr: a.fr && b.fr ? `${a.fr} ${b.fr}` : undefined,
  en: a.en && b.en ? `${a.en} ${b.en}` : undefined,
})
