import { gapsIn } from '../core/any-script.ts'
import type { PublicService } from '../core/catalogue.ts'
import { inLanguage, type WrittenLanguage } from '../core/language.ts'
import { fold } from '../search/analysis/fold.ts'
import { match } from '../search/match.ts'
import { findService, resolverOf } from './targets.ts'
import type { World } from './world.ts'

const most = 5
/** Share below which a page is no more than a guess, and that of words of which no page speaks. */
const leastShare = { known: 0.1, unknown: 0.3 }

/** Names of pages that fit what is being typed: those with a word that begins so, then those that it may be about. */
export function suggest(
  text: string,
  city: string,
  lang: WrittenLanguage,
  world: World,
): { label: string; text: string; target: string }[] {
  const place = world.catalogue.cities[city]
  const typed = fold(text).trim()
  if (!place || typed.length < 2) return []
  const named = ({ id, name }: Pick<PublicService, 'id' | 'name'>): [string, string] => [inLanguage(name, lang), id]
  const begun = Object.values(place.services)
    .map(named)
    .filter(([name]) => {
      const plain = fold(name)
      return plain.split(gapsIn(plain)).some((word) => word.startsWith(typed))
    })
  const { candidates, clues } = match(world.search, text, city, resolverOf(place, world.catalogue), 'written')
  const least = clues.known > 0 ? leastShare.known : leastShare.unknown
  const likely = candidates
    .filter(({ share }) => share > least)
    .flatMap(({ target }) => findService(world.catalogue, target) ?? [])
    .map(named)
  // The first page of a name counts, as the first of its mentions does.
  const found = new Map([...begun, ...likely].toReversed())
  const names = new Set([...begun, ...likely].map(([name]) => name))
  return [...names].slice(0, most).map((label) => ({ label, text: label, target: found.get(label) ?? '' }))
}
