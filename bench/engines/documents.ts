import type { Content } from '../../src/cli/relevance/crowded.ts'
import { targetOf } from '../../src/dialogue/targets.ts'
import type { World } from '../../src/dialogue/world.ts'

/** One page as every engine gets it: its names, and all the ways of asking for it. */
export type Document = { id: string; title: string; text: string; phrasings: string[] }

/** The pages of one city, with everything that our content knows of them. */
export function documentsOf({ catalogue }: World, phrasings: Content['phrasings'], slug: string): Document[] {
  const city = catalogue.cities[slug]
  if (!city) return []
  const here = phrasings.filter((phrasing) => phrasing.city === null || phrasing.city === slug)
  const byTarget = Map.groupBy(here, ({ label }) => targetOf(label, city, catalogue) ?? '')
  return [...byTarget]
    .filter(([target]) => Object.hasOwn(city.services, target))
    .map(([target, lines]) => ({
      id: target,
      title: textsOf(lines, true),
      text: textsOf(lines, false),
      phrasings: lines.map(({ text }) => text),
    }))
}

const textsOf = (lines: Content['phrasings'], named: boolean): string =>
  lines
    .filter(({ voice }) => (voice === 'name') === named)
    .map(({ text }) => text)
    .join(' ')
