import { anyScript } from '../core/any-script.ts'
import { dateIn } from '../core/in-words.ts'
import { inLanguage } from '../core/language.ts'
import { say } from './say.ts'
import { findOrganisation, findService, nameIn } from './targets.ts'
import type { Decision, Turn } from './turn-state.ts'
import type { World } from './world.ts'

/** What is said of the place in a message: a municipality that is gone, an address that was used and forgotten. */
export function aboutPlace(decision: Decision, turn: Turn, world: World): string[] {
  return [...merged(turn, world), ...address(decision, turn, world)]
}

function merged(turn: Turn, world: World): string[] {
  const { district, cityFromText, city } = turn
  const name = city ? world.catalogue.cities[city]?.name : undefined
  if (!district?.merged || !cityFromText || !name) return []
  const date = dateIn(turn.lang, district.merged) ?? district.merged
  return [say(world, turn, 'place.merged', { place: district.name, date, city: inLanguage(name, turn.lang) })]
}

function address({ targets }: Decision, turn: Turn, world: World): string[] {
  if (!turn.personalData.includes('address')) return []
  if (turn.districts.length > 0) return [say(world, turn, 'address.used')]
  const kept = say(world, turn, 'address.notKept')
  return dependsOnDistrict(targets, world) ? [kept, say(world, turn, 'address.unknown')] : [kept]
}

/** Whether one of the pages sends people to the counter of their neighbourhood. */
const dependsOnDistrict = (targets: string[], { catalogue }: World): boolean =>
  targets
    .flatMap(
      (target) =>
        (findService(catalogue, nameIn(target)) ?? findOrganisation(catalogue, nameIn(target)))?.channels ?? [],
    )
    .some(({ location }) => location?.members !== undefined)

const streetIn = anyScript(
  '[\\p{L}](straat|laan|lei|plein|steenweg|weg|kaai|baan)\\b|\\b(rue|avenue|chaussée)\\b',
  'iu',
)

/** Whether a message names a street, with a number or without. */
export const isStreet = ({ text, personalData }: Turn): boolean =>
  personalData.includes('address') || streetIn(text).test(text)
