import type { Catalogue } from '../core/catalogue.ts'
import { wordsOf } from '../search/patterns.ts'
import { findPlaces } from '../search/places.ts'
import { isOfDate } from './hours/asked-day.ts'
import { saysOnly } from './talk/reactions.ts'
import type { Turn } from './turn-state.ts'
import type { World } from './world.ts'

/** What may be asked of a city as such. */
const ofItself = ['hours', 'phone', 'address'] as const

/** "Zijn jullie nu open?", "wat is jullie nummer?": names nothing that it could be about, so it is about the city itself. */
export function asksOfCityItself(turn: Turn, world: World): boolean {
  const { catalogue, search } = world
  if (!ofItself.some((kind) => turn.asks.includes(kind))) return false
  const places = findPlaces(turn.text, catalogue.places).map(({ words }) => words)
  const rest = places.reduce((left, place) => left.replace(place, ' '), turn.text)
  const own = new Set(namesOfFirstLine(turn, world))
  return withoutAsking(rest, turn, world).every((word) => own.has(word) || search.analyse(word).terms.length === 0)
}

/** Who asks for the number of who answers for the city asks for that of the city. */
const namesOfFirstLine = ({ city }: Turn, { catalogue }: World): string[] =>
  Object.values(catalogue.cities[city ?? '']?.firstLine.name ?? {}).flatMap((name) => wordsOf(name ?? '').split(' '))

/** Folded words of a text without those of asking for hours, a number or an address ("zaterdag open", "telefoonnummer"). */
export function withoutAsking(text: string, { askedDay }: Pick<Turn, 'askedDay'>, world: World): string[] {
  const known = wordsAboutCity(world.catalogue)
  return wordsOf(text)
    .split(' ')
    .filter((word) => !known.has(word) && !(askedDay !== null && isOfDate(word, world)))
}

const lists = new WeakMap<Catalogue, Set<string>>()

function wordsAboutCity(catalogue: Catalogue): Set<string> {
  const words = lists.get(catalogue) ?? new Set(catalogue.patterns.aboutCity)
  lists.set(catalogue, words)
  return words
}

/** Facts that are asked of the city as such when the message names nothing else: its general page says what we lack. */
const asksOfTheCity = ['hours', 'phone', 'availability', 'person', 'booking'] as const

/** Somebody who says nothing but "medewerker" is helped by who answers for the city. */
export function generalPage(turn: Turn, world: World): string | undefined {
  const isOfTheCity =
    asksOfTheCity.some((kind) => turn.asks.includes(kind) && kind !== turn.particular) ||
    saysOnly('person', turn.text, world)
  return isOfTheCity ? pageOfCity(turn, world) : undefined
}

export const pageOfCity = ({ city }: Pick<Turn, 'city'>, { catalogue }: World): string | undefined =>
  city ? catalogue.cities[city]?.concepts['algemene-informatie'] : undefined
