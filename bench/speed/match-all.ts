import { resolverOf } from '../../src/dialogue/targets.ts'
import type { World } from '../../src/dialogue/world.ts'
import { match } from '../../src/search/match.ts'

/** Milliseconds that matching takes for each text: analysis, word index and learned model. */
export function matchAll({ search, catalogue }: World, questions: { text: string; city: string | null }[]): number[] {
  return questions.map(({ text, city: slug }) => {
    const city = catalogue.cities[slug ?? ''] ?? null
    const begun = performance.now()
    match(search, text, city?.id ?? '*', resolverOf(city, catalogue))
    return performance.now() - begun
  })
}
