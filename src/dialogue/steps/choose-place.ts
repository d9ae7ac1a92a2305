import type { Catalogue, Place } from '../../core/catalogue.ts'
import { findPlaces, type Mention } from '../../search/places.ts'
import type { Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/**
 * Finds city and district in the text. A city that is named beats the one that was given; of several, the one moved to.
 * A name that several municipalities share is asked, unless the city is known.
 */
export function choosePlace(turn: Turn, { catalogue }: World): Turn {
  const mentions = findPlaces(turn.text, catalogue.places)
  const given = turn.city !== null && Object.hasOwn(catalogue.cities, turn.city) ? turn.city : null
  const decisive = mostDecisive(mentions, given)
  if (!decisive) return { ...turn, city: given }

  const ours = decisive.places.filter(({ city }) => city !== null)
  const inGiven = ours.filter(({ city }) => city === given)
  const [place] = inGiven.length > 0 ? inGiven : ours
  if (!place)
    return isAtHome(given, decisive, catalogue) ? { ...turn, city: given } : elsewhere(turn, given, decisive, mentions)
  const shared = decisive.places.flatMap(({ alsoIn }) => alsoIn)
  const cities = new Set(ours.map(({ city }) => city))
  if (inGiven.length === 0 && given === null && (cities.size > 1 || shared.length > 0) && !decisive.certain) {
    return { ...turn, city: null, homonym: { name: place.name, places: ours, elsewhere: shared } }
  }
  const districts = ours.filter(({ city, kind }) => city === place.city && kind !== 'city')
  return { ...turn, city: place.city, cityFromText: place.city !== given, district: theOne(districts), districts }
}

/** The district that is meant: the only one, or the one in which all others lie. A postcode of several villages tells none. */
function theOne(districts: Place[]): Place | null {
  const [only, other] = districts
  if (!other) return only ?? null
  return districts.find(({ id }) => districts.every((one) => one.id === id || one.within === id)) ?? null
}

/** Where one moves to decides; where one comes from only when nothing else is named. */
function mostDecisive(mentions: readonly Mention[], given: string | null): Mention | undefined {
  const isOurs = ({ places }: Mention): boolean => places.some(({ city }) => city !== null)
  const destination = mentions.findLast(({ role }) => role === 'to')
  if (destination) return destination
  const here = mentions.filter(({ role }) => role === 'at')
  const inGiven = here.find(({ places }) => places.some(({ city }) => city === given && city !== null))
  return (
    inGiven ??
    here.find(isOurs) ??
    mentions.find((mention) => mention.role === 'from' && isOurs(mention) && given === null) ??
    here[0]
  )
}

/** Whether it is the region of the city that is named, as its people name it; who goes to it goes to the city of that name. */
function isAtHome(
  given: string | null,
  { role, places }: Mention,
  { cities, places: { regions } }: Catalogue,
): boolean {
  const region = given === null ? undefined : cities[given]?.region
  return role !== 'to' && region !== undefined && places.some(({ id }) => regions[region]?.includes(id))
}

/** A place that is not ours decides only when the question plays there, not when it is mentioned in passing. */
function elsewhere(turn: Turn, given: string | null, decisive: Mention, mentions: readonly Mention[]): Turn {
  const [place = null] = decisive.places
  const passing =
    given !== null && (decisive.role === 'from' || mentions.length > 1 || turn.text.split(/\s+/).length > 14)
  return passing ? { ...turn, city: given } : { ...turn, city: given, elsewhere: place }
}
