import { type Content, crowded } from '../../src/cli/relevance/crowded.ts'
import type { Distractor } from '../../src/cli/relevance/distractors.ts'
import { moment } from '../../src/cli/relevance/lines.ts'
import { targetOf } from '../../src/dialogue/targets.ts'
import { takeTurn } from '../../src/dialogue/turn.ts'
import type { World } from '../../src/dialogue/world.ts'
import { match } from '../../src/search/match.ts'
import type { Search } from './engine.ts'

/** Distractors up to which the learned model knows them; with more it would need gigabytes to learn, and only the index does. */
const mostLearned = 1000

/** Ourselves with these distractors in a city. */
export const ourWorld = (
  world: World,
  content: Content,
  slug: string,
  distractors: Distractor[],
): ReturnType<typeof crowded> =>
  crowded(world, content, slug, distractors, { learned: distractors.length <= mostLearned })

/** Matching alone: analysis, word index, learned model. */
export function matching({ search, catalogue }: World, slug: string): Search {
  const city = catalogue.cities[slug] ?? null
  const resolve = (label: string): string | null => {
    const target = targetOf(label, city, catalogue)
    return target && city && Object.hasOwn(city.services, target) ? target : null
  }
  return (text) => match(search, text, slug, resolve).candidates.map(({ target }) => target)
}

/** A whole turn: language, danger, place, several needs, the decision and the words of the reply. */
export const wholeTurn =
  (world: World, slug: string): Search =>
  (text) => {
    const { answers, services } = takeTurn({ text, city: slug }, world, moment)
    return [...answers.flatMap(({ service }) => service ?? []), ...services.map(({ id }) => id)]
  }
